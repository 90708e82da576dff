"""Search in everything that is public: records, figures, clauses of standards, reports, pages."""
