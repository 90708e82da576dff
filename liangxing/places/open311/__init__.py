"""Problems reported and read by other programs: Open311 GeoReport v2, in XML and JSON."""
