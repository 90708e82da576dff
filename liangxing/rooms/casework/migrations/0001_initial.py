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
            name="Case",
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
                ("sort", models.CharField(max_length=24, verbose_name="sort of case")),
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
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.household",
                        verbose_name="household",
                    ),
                ),
            ],
            options={
                "verbose_name": "case",
                "verbose_name_plural": "cases",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="casework_ca_communi_3bf966_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="casework_case_told_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("day")), _connector="OR"),
                        name="casework_case_ends_after_it_begins",
                        violation_error_message="It ends before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Station",
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
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "social-work station",
                "verbose_name_plural": "social-work stations",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="casework_st_communi_47fa91_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="casework_station_told_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("day")), _connector="OR"),
                        name="casework_station_ends_after_it_begins",
                        violation_error_message="It ends before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Visit",
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
                    "duration_min",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="duration (minutes)"),
                ),
                (
                    "act",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.act"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.case",
                        verbose_name="case",
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
                "verbose_name": "visit",
                "verbose_name_plural": "visits",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="casework_vi_communi_3c415d_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="casework_visit_told_once"
                    )
                ],
            },
        ),
    ]
