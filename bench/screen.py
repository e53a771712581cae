"""The text of a terminal, as far as a monitor's drawing needs it."""
import codecs
import re

SEQUENCE = re.compile(r"\x1b\[([<=>?]?)([\d;]*)[ -/]*([@-~])|\x1b[()][0-9A-B]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[^\[\]()]"
                      r"|([\x00-\x1a\x1c-\x1f\x7f])|([^\x00-\x1f\x7f]+)")


class Screen:
    """
    Feeds on what a program writes. Knows cursor movement, erasing and repeating; neither scroll regions nor shifting of lines, which no
    first picture and no dashboard of ours uses. One cell a character.
    """

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.decoder, self.rest = codecs.getincrementaldecoder("utf-8")("replace"), ""
        self.clear()

    def clear(self):
        self.cells = [[" "] * self.columns for _ in range(self.rows)]
        self.row = self.column = 0
        self.last = " "

    def filled(self):
        """How many cells show a character."""
        return sum(cell != " " for line in self.cells for cell in line)

    def text(self):
        return "\n".join("".join(line).rstrip() for line in self.cells)

    def feed(self, data):
        text, self.rest = self.rest + self.decoder.decode(data), ""
        at = 0
        while at < len(text):
            found = SEQUENCE.match(text, at)
            if found is None:
                self.rest = text[at:]
                return
            self.take(found)
            at = found.end()

    def take(self, found):
        private, numbers, final, control, printed = found.groups()
        if printed:
            self.write(printed)
        elif control:
            self.move_by_control(control)
        elif final and private == "?" and final in "hl":
            if numbers in ("1049", "1047", "47"):
                self.clear()
        elif final and not private:
            self.command(final, [int(word or 0) for word in numbers.split(";")])

    def write(self, text):
        for character in text:
            if self.column >= self.columns:
                self.column, self.row = 0, min(self.row + 1, self.rows - 1)
            self.cells[self.row][self.column] = self.last = character
            self.column += 1

    def move_by_control(self, control):
        if control == "\r":
            self.column = 0
        elif control == "\n":
            self.row = min(self.row + 1, self.rows - 1)
        elif control == "\b":
            self.column = max(0, self.column - 1)
        elif control == "\t":
            self.column = min(self.columns - 1, (self.column // 8 + 1) * 8)

    def command(self, final, numbers):
        first = numbers[0]
        count = max(1, first)
        if final in "Hf":
            self.place(count - 1, max(1, numbers[1] if len(numbers) > 1 else 1) - 1)
        elif final in "ABCDGd":
            self.place(*{"A": (self.row - count, self.column), "B": (self.row + count, self.column), "C": (self.row, self.column + count),
                         "D": (self.row, self.column - count), "G": (self.row, count - 1), "d": (count - 1, self.column)}[final])
        elif final == "K":
            self.erase_line(first)
        elif final == "J":
            self.erase_display(first)
        elif final == "X":
            self.blank(self.row, self.column, self.column + count)
        elif final == "b":
            self.write(self.last * min(count, self.columns))

    def place(self, row, column):
        self.row, self.column = min(max(0, row), self.rows - 1), min(max(0, column), self.columns - 1)

    def erase_line(self, part):
        start, end = {0: (self.column, self.columns), 1: (0, self.column + 1)}.get(part, (0, self.columns))
        self.blank(self.row, start, end)

    def erase_display(self, part):
        if part in (0, 1):
            self.erase_line(part)
        rows = {0: range(self.row + 1, self.rows), 1: range(self.row)}.get(part, range(self.rows))
        for row in rows:
            self.blank(row, 0, self.columns)

    def blank(self, row, start, end):
        for column in range(start, min(end, self.columns)):
            self.cells[row][column] = " "
