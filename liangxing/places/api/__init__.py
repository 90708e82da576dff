"""The door for programs: records and figures as JSON, described by OpenAPI."""
