/**
 * A paper, in Typst. What is on it comes as JSON in `sys.inputs` and is drawn as text: nothing a customer or a billing
 * system wrote can become markup, a link or a file that is read.
 */
export const template = String.raw`
#let paper = json(bytes(sys.inputs.paper))
#let quiet = luma(80)
#let figure-text(words) = text(dir: ltr, words)
#let cell-of(cell, kind) = {
  if kind == "figure" { figure-text(cell.text) } else [#cell.text]
  for line in cell.at("detail", default: ()) [#linebreak()#text(8pt, fill: quiet, line)]
}
#set document(title: paper.operator + ": " + paper.title, author: paper.operator, date: none)
#set text(
  lang: paper.locale,
  dir: if paper.dir == "rtl" { rtl } else { ltr },
  font: ("Libertinus Serif", "Noto Sans Arabic"),
  size: 10pt,
  fallback: true,
  number-type: "lining",
  number-width: "tabular",
)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 22mm, bottom: 24mm),
  footer: context {
    set text(8pt, fill: quiet)
    let pages = paper.pages.replace("{0}", str(counter(page).get().first())).replace("{1}", str(counter(page).final().first()))
    grid(columns: (1fr, auto), paper.footer, pages)
  },
)
#set table(stroke: none, inset: (x: 0pt, y: 4pt))
#show table.cell.where(y: 0): set text(weight: "bold")
#show heading.where(level: 1): set text(20pt)
#show heading.where(level: 2): set block(above: 18pt, below: 8pt)

#text(12pt, weight: "bold", paper.operator)
#for line in paper.sender [#linebreak()#text(8pt, fill: quiet, line)]
#v(6mm)
#if "recipient" in paper {
  // As wide as an envelope's window (DIN 5008).
  block(width: 85mm, below: 8mm)[
    #text(8pt, fill: quiet, paper.recipient.title)
    #for line in paper.recipient.lines [#linebreak()#line]
  ]
}
#heading(level: 1, paper.title)
#v(2mm)
#let (first, ..others) = paper.facts
#table(
  columns: (38mm, 1fr),
  table.header([#first.at(0)], [#first.at(1)]),
  ..others.flatten().map(word => [#word]),
)

#for part in paper.tables {
  heading(level: 2, part.heading)
  table(
    columns: part.columns.map(column => if column.width == "wide" { 1fr } else { auto }),
    column-gutter: 4mm,
    align: part.columns.map(column => if column.kind == "figure" { end } else { start }),
    table.header(
      repeat: true,
      ..part.columns.map(column => [#column.title]),
      table.hline(stroke: 0.6pt),
    ),
    ..for row in part.rows {
      let strong-row = row.at("strong", default: false)
      row.cells.enumerate().map(((index, cell)) => {
        let words = cell-of(cell, part.columns.at(index).kind)
        if strong-row { strong(words) } else { words }
      })
    },
  )
}

#for note in paper.notes [#par(note)]
`;
