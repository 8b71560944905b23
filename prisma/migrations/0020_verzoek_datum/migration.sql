-- Of requests that never got an answer only those about a day to come are asked for, every minute. Prisma has no words for
-- an index on an expression.
CREATE INDEX "verzoek_open_datum" ON "verzoek" (("geef" ->> 'datum')) WHERE (stand = 'open');
