"""Honours with their level, issuer and certificate, and the other names under which texts list them."""
