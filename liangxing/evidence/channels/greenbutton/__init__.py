"""Green Button files (NAESB ESPI, as Atom): their intervals become lines of use, day by day, for the import."""

KEY = "greenbutton"
