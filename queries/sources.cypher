// Who is quoted, and how much does each source assert, deny or suspect?
// An article's own words count for its outlet.
MATCH claim = (s:Actor)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor)
MATCH (c)-[:STATED_IN]->(art:Article)
WITH c, art, claim, CASE WHEN c.source <> '' THEN c.source WHEN art.outlet <> '' THEN art.outlet ELSE art.location END AS voice,
     CASE WHEN c.source <> '' THEN c.source_kind ELSE 'outlet' END AS kind,
     s.id + c.relation + o.id AS tie
WITH voice, kind, count(c) AS claims,
     count(CASE WHEN c.stance = 'asserted' THEN 1 END) AS asserted,
     count(CASE WHEN c.stance = 'denied' THEN 1 END) AS denied,
     count(CASE WHEN c.stance = 'uncertain' THEN 1 END) AS uncertain,
     count(DISTINCT tie) AS ties, count(DISTINCT art.id) AS articles, collect(claim) AS said
RETURN voice AS source, kind, claims, asserted, denied, uncertain, ties, articles, said[0..10] AS drawing
ORDER BY claims DESC, source, kind
