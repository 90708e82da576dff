import django.db.models.deletion
from django.db import migrations, models

import liangxing.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("ledger", "0002_triggers"),
        ("register", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Policy",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=liangxing.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("fact", models.UUIDField(editable=False)),
                ("day", models.DateField(verbose_name="day")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                ("recorded_at", models.DateTimeField(editable=False)),
                ("struck_at", models.DateTimeField(editable=False, null=True)),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="The first day on which it no longer is.", null=True, verbose_name="until"
                    ),
                ),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("issuer", models.CharField(max_length=80, verbose_name="issuer")),
                (
                    "output_cny",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="output asked for (yuan)"
                    ),
                ),
                (
                    "act",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.act"
                    ),
                ),
                (
                    "community",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.community",
                    ),
                ),
            ],
            options={
                "verbose_name": "enterprise policy",
                "verbose_name_plural": "enterprise policies",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="enterprises_communi_097eee_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="enterprises_policy_told_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("day")), _connector="OR"),
                        name="enterprises_policy_ends_after_it_begins",
                        violation_error_message="It ends before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=liangxing.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("fact", models.UUIDField(editable=False)),
                ("day", models.DateField(verbose_name="day")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                ("recorded_at", models.DateTimeField(editable=False)),
                ("struck_at", models.DateTimeField(editable=False, null=True)),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("amount_cny", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="amount (yuan)")),
                (
                    "act",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.act"
                    ),
                ),
                (
                    "community",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.community",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.organisation",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "policy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enterprises.policy",
                        verbose_name="enterprise policy",
                    ),
                ),
            ],
            options={
                "verbose_name": "payment",
                "verbose_name_plural": "payments",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="enterprises_communi_63dc82_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="enterprises_payment_told_once"
                    ),
                    models.CheckConstraint(condition=models.Q(("amount_cny__gt", 0)), name="payment_is_something"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Application",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=liangxing.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("fact", models.UUIDField(editable=False)),
                ("day", models.DateField(verbose_name="day")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                ("recorded_at", models.DateTimeField(editable=False)),
                ("struck_at", models.DateTimeField(editable=False, null=True)),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "act",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.act"
                    ),
                ),
                (
                    "community",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.community",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.organisation",
                        verbose_name="enterprise",
                    ),
                ),
                (
                    "policy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="enterprises.policy",
                        verbose_name="enterprise policy",
                    ),
                ),
            ],
            options={
                "verbose_name": "application",
                "verbose_name_plural": "applications",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="enterprises_communi_42bd99_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)),
                        fields=("fact",),
                        name="enterprises_application_told_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=liangxing.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("fact", models.UUIDField(editable=False)),
                ("day", models.DateField(verbose_name="day")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                ("recorded_at", models.DateTimeField(editable=False)),
                ("struck_at", models.DateTimeField(editable=False, null=True)),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="The first day on which it no longer is.", null=True, verbose_name="until"
                    ),
                ),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                ("subject", models.CharField(max_length=120, verbose_name="subject")),
                ("outcome", models.CharField(blank=True, max_length=120, verbose_name="outcome")),
                (
                    "act",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.act"
                    ),
                ),
                (
                    "community",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.community",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.organisation",
                        verbose_name="enterprise",
                    ),
                ),
            ],
            options={
                "verbose_name": "request of an enterprise",
                "verbose_name_plural": "requests of enterprises",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="enterprises_communi_fa07c6_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="enterprises_request_told_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("day")), _connector="OR"),
                        name="enterprises_request_ends_after_it_begins",
                        violation_error_message="It ends before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Union",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=liangxing.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("fact", models.UUIDField(editable=False)),
                ("day", models.DateField(verbose_name="day")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                ("recorded_at", models.DateTimeField(editable=False)),
                ("struck_at", models.DateTimeField(editable=False, null=True)),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="The first day on which it no longer is.", null=True, verbose_name="until"
                    ),
                ),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("joint", models.BooleanField(default=False, verbose_name="joint")),
                ("approved", models.BooleanField(default=False, verbose_name="approved by the union above")),
                (
                    "act",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.act"
                    ),
                ),
                (
                    "community",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.community",
                    ),
                ),
                (
                    "estate",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.estate",
                        verbose_name="estate",
                    ),
                ),
            ],
            options={
                "verbose_name": "trade union",
                "verbose_name_plural": "trade unions",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="enterprises_communi_49271a_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="enterprises_union_told_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("day")), _connector="OR"),
                        name="enterprises_union_ends_after_it_begins",
                        violation_error_message="It ends before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Window",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=liangxing.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("fact", models.UUIDField(editable=False)),
                ("day", models.DateField(verbose_name="day")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                ("recorded_at", models.DateTimeField(editable=False)),
                ("struck_at", models.DateTimeField(editable=False, null=True)),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="The first day on which it no longer is.", null=True, verbose_name="until"
                    ),
                ),
                ("code", models.CharField(max_length=40, verbose_name="code")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "act",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.act"
                    ),
                ),
                (
                    "community",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.community",
                    ),
                ),
            ],
            options={
                "verbose_name": "service window",
                "verbose_name_plural": "service windows",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="enterprises_communi_79c0a8_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="enterprises_window_told_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("day")), _connector="OR"),
                        name="enterprises_window_ends_after_it_begins",
                        violation_error_message="It ends before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyBranch",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=liangxing.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("fact", models.UUIDField(editable=False)),
                ("day", models.DateField(verbose_name="day")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                ("recorded_at", models.DateTimeField(editable=False)),
                ("struck_at", models.DateTimeField(editable=False, null=True)),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="The first day on which it no longer is.", null=True, verbose_name="until"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("full_members", models.PositiveSmallIntegerField(verbose_name="full members")),
                (
                    "act",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.act"
                    ),
                ),
                (
                    "community",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.community",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.organisation",
                        verbose_name="enterprise",
                    ),
                ),
            ],
            options={
                "verbose_name": "party branch",
                "verbose_name_plural": "party branches",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="enterprises_communi_f64ea8_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)),
                        fields=("fact",),
                        name="enterprises_partybranch_told_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("day")), _connector="OR"),
                        name="enterprises_partybranch_ends_after_it_begins",
                        violation_error_message="It ends before it begins.",
                    ),
                ],
            },
        ),
    ]
