"""What the register asks for."""

from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due, ending_soon

from .models import Post

due(Post, _("the post ends"), by="until")(ending_soon)
