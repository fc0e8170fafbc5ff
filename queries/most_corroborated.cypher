// Which ties do most independent outlets report?
MATCH drawing = (s:Actor)-[tie]->(o:Actor)
WHERE type(tie) <> 'SAME_AS' AND tie.asserted > 0
RETURN s.name AS subject, type(tie) AS relation, o.name AS object, tie.outlets AS outlets, tie.articles AS articles,
       tie.asserted AS asserted, tie.denied AS denied, tie.first AS first, tie.last AS last, drawing
ORDER BY outlets DESC, articles DESC, asserted DESC, subject, relation, object, tie.tie
LIMIT 50
