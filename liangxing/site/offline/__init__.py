"""Use without a network: what a browser keeps and for whom, and how an outbox is answered."""
