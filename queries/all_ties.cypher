// Which ties does the graph hold?
MATCH drawing = (s:Actor)-[tie]->(o:Actor)
WHERE type(tie) <> 'SAME_AS'
RETURN s.name AS subject, type(tie) AS relation, o.name AS object, tie.status AS status, tie.asserted AS asserted,
       tie.denied AS denied, tie.uncertain AS uncertain, tie.articles AS articles, tie.outlets AS outlets, drawing
ORDER BY subject, relation, object, tie.tie
