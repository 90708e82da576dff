"""The window for enterprises: requests, policies, applications, payments; party branches and unions."""
