import django.db.models.deletion
from django.db import migrations, models

import liangxing.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("ledger", "0001_initial"),
        ("register", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Activity",
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
                ("code", models.CharField(max_length=40, verbose_name="code")),
                ("title", models.CharField(max_length=80, verbose_name="title")),
                ("sort", models.CharField(max_length=24, verbose_name="sort of activity")),
                ("topics", models.CharField(blank=True, default=",", max_length=120, verbose_name="topics")),
                ("attended", models.PositiveIntegerField(blank=True, null=True, verbose_name="attended (people)")),
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
                    "community",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.community",
                    ),
                ),
                (
                    "organiser",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.organisation",
                        verbose_name="organiser",
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
                "verbose_name": "activity",
                "verbose_name_plural": "activities",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="activities__communi_6804d8_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="activities_activity_told_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("topics__endswith", ","), ("topics__startswith", ",")),
                        name="activity_topics_between_commas",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignIn",
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
                ("people", models.PositiveSmallIntegerField(default=1, verbose_name="people")),
                (
                    "act",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.act"
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="activities.activity",
                        verbose_name="activity",
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
                "verbose_name": "sign-in",
                "verbose_name_plural": "sign-ins",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="activities__communi_9b69b6_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="activities_signin_told_once"
                    )
                ],
            },
        ),
    ]
