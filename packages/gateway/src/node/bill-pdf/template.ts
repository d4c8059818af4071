/**
 * The printed bill, in Typst. What is on it comes as JSON in `sys.inputs` and is drawn as text: nothing a customer or
 * a billing system wrote can become markup, a link or a file that is read.
 */
export const template = String.raw`
#let bill = json(bytes(sys.inputs.bill))
#set document(title: bill.title, author: bill.operator, date: none)
#set text(lang: "en", size: 10pt, fallback: true, number-type: "lining", number-width: "tabular")
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 22mm, bottom: 24mm),
  footer: context {
    set text(8pt, fill: luma(80))
    grid(columns: (1fr, auto), bill.footer, [Page #counter(page).display() of #counter(page).final().first()])
  },
)
#set table(stroke: none, inset: (x: 0pt, y: 4pt))
#show table.cell.where(y: 0): set text(weight: "bold")
#show heading.where(level: 1): set text(20pt)
#show heading.where(level: 2): set block(above: 18pt, below: 8pt)

#text(12pt, weight: "bold", bill.operator)
#v(6mm)
#heading(level: 1, bill.title)
#v(2mm)
#table(
  columns: (38mm, 1fr),
  table.header([Bill], bill.number),
  ..bill.facts.flatten().map(word => [#word]),
)

#heading(level: 2)[Summary]
#table(
  columns: (1fr, auto),
  align: (left, right),
  table.hline(stroke: 0.6pt),
  table.header([Amount], bill.currency),
  table.hline(stroke: 0.6pt),
  ..bill.sums.flatten().map(word => [#word]),
  table.hline(stroke: 0.6pt),
  strong(bill.total.label), strong(bill.total.amount),
  ..bill.after.flatten().map(word => [#word]),
)

#heading(level: 2)[Charges]
#table(
  columns: (1fr, 44mm, 14mm, 26mm),
  column-gutter: 4mm,
  align: (left, left, right, right),
  table.header(
    repeat: true,
    [Charge], [Period], [Tax], [Net],
    table.hline(stroke: 0.6pt),
  ),
  ..for line in bill.lines {
    (
      [#line.name#if line.detail != "" [#linebreak()#text(8pt, fill: luma(80), line.detail)]],
      [#line.period], [#line.tax], [#line.net],
    )
  },
)
`;
