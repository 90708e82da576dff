"""The page of figures says what the declarations say."""

from liangxing.site.figures_page import PAGE, text


def test_the_page_of_figures_is_fresh():
    assert PAGE.read_text("utf-8") == text(), "run: python manage.py figures_page"
