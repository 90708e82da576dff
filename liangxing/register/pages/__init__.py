"""Pages of the register that are not list, write and page: access, invitations, change requests, duplicates."""
