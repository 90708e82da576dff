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
            name="CoolingRule",
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
                ("summer_cel", models.DecimalField(decimal_places=1, max_digits=4, verbose_name="summer setting (°C)")),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "cooling rule",
                "verbose_name_plural": "cooling rules",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="saving_cool_communi_0ebfd5_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="saving_coolingrule_told_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("day")), _connector="OR"),
                        name="saving_coolingrule_ends_after_it_begins",
                        violation_error_message="It ends before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SavingMeasure",
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
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("appliance", "energy-saving appliance"),
                            ("lamp", "energy-saving lamp"),
                            ("stove", "energy-saving stove"),
                            ("clean-energy", "clean energy"),
                            ("insulation", "insulating, environment-friendly building material"),
                        ],
                        max_length=12,
                        verbose_name="sort of saving measure",
                    ),
                ),
                ("product", models.CharField(blank=True, max_length=80, verbose_name="product")),
                (
                    "amount_cny",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="cost (yuan)"
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
                "verbose_name": "saving measure",
                "verbose_name_plural": "saving measures",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="saving_savi_communi_b1e1bd_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="saving_savingmeasure_told_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("day")), _connector="OR"),
                        name="saving_savingmeasure_ends_after_it_begins",
                        violation_error_message="It ends before it begins.",
                    ),
                ],
            },
        ),
    ]
