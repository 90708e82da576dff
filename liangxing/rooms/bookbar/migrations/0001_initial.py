import django.db.models.deletion
from django.db import migrations, models

import liangxing.kernel.ids
import liangxing.rooms.bookbar.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("ledger", "0002_triggers"),
        ("register", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Book",
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
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "isbn",
                    models.CharField(
                        blank=True,
                        max_length=17,
                        validators=[liangxing.rooms.bookbar.models.check_isbn],
                        verbose_name="ISBN",
                    ),
                ),
                ("copies", models.PositiveSmallIntegerField(default=1, verbose_name="copies")),
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
                "verbose_name": "book",
                "verbose_name_plural": "books",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="bookbar_boo_communi_4a69a7_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="bookbar_book_told_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("day")), _connector="OR"),
                        name="bookbar_book_ends_after_it_begins",
                        violation_error_message="It ends before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Loan",
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
                (
                    "act",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.act"
                    ),
                ),
                (
                    "book",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bookbar.book",
                        verbose_name="book",
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
                "verbose_name": "loan",
                "verbose_name_plural": "loans",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="bookbar_loa_communi_21614e_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="bookbar_loan_told_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Return",
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
                    "loan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bookbar.loan",
                        verbose_name="loan",
                    ),
                ),
            ],
            options={
                "verbose_name": "return",
                "verbose_name_plural": "returns",
                "ordering": ["-day", "-pk"],
                "abstract": False,
                "indexes": [models.Index(fields=["community", "day"], name="bookbar_ret_communi_fa89b8_idx")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("struck_at", None)), fields=("fact",), name="bookbar_return_told_once"
                    )
                ],
            },
        ),
    ]
