// Who is quoted, and how much does each source assert, deny or suspect?
// An article's own words count for its outlet.
MATCH claim = (s:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor)
MATCH (c)-[:STATED_IN]->(art:Article)
OPTIONAL MATCH (c)-[:SAID_BY]->(speaker:Actor)
WITH c, art, claim,
     coalesce(speaker.name, CASE WHEN c.source <> '' THEN c.source END, art.outlet, art.location) AS voice,
     CASE WHEN c.source <> '' THEN c.source_kind ELSE 'outlet' END AS kind
WITH voice, kind, count(c) AS claims,
     count(CASE WHEN c.stance = 'asserted' THEN 1 END) AS asserted,
     count(CASE WHEN c.stance = 'denied' THEN 1 END) AS denied,
     count(CASE WHEN c.stance = 'uncertain' THEN 1 END) AS uncertain,
     count(DISTINCT c.tie) AS ties, count(DISTINCT art.id) AS articles, collect(claim) AS said
RETURN voice AS source, kind, claims, asserted, denied, uncertain, ties, articles, said[0..10] AS drawing
ORDER BY claims DESC, source, kind
