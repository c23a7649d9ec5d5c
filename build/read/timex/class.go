package timex

// class is a kind of word or number; rules are written in classes.
type class uint8

// The classes of tokens with digits and of signs; they come from the form, not from a list.
const (
	cInt        class = iota // 12, 100.000
	cDecimal                 // 2,5
	cDayint                  // 12 where only the context says that it is a day
	cDay                     // 12.
	cOrdinal                 // 19.
	cYear                    // 2025
	cYear2                   // 15 in 2014/15
	cHour                    // 20
	cClock                   // 20.30, 20:30
	cMonthnum                // 2. in 12. 2. 2025
	cMonthint                // 02 in 2025-02-12
	cDaymonth                // 12.2.
	cFulldate                // 12.2.2025, 12.02.25
	cDigitspell              // 30-tägig, 35-Stunden-Woche
	cDigityears              // 30-jährig
	cDecadenum               // 90er
	cDecadefull              // 1990er-Jahre
	cComma
	cSlash
	cDash
	cParen
	cColon
	cStop
	cNumber // any token that begins with a digit
	lastOfForm
)

// The classes that data/words.txt fills and code asks for by name.
const (
	cMonth = lastOfForm + iota
	cWeekday
	cWeekdayset
	cWorkdays
	cDayandpart
	cDayandpartset
	cDaypart
	cDayset
	cUnit
	cUnits
	cShift
	cDeictic
	cDeicticadj
	cNum
	cSome
	cPair
	cIndef
	cOrd
	cHalfyear
	cCentury
	cDecade
	cDecadeword
	cSeason
	cSeasonmonths
	cPart
	cHoliday
	cLastunit
	cFollownoun
	cVortag
	cLater
	cYearadj
	cApprox
	cCompare
	cVague
	cOften
	cLasting
	cLength
	cLengthyears
	cUntil
	cSince
	cAgo
	cState
	cAge
	cAnnounce
	cCounted
	cDayhours
	cDem
	cNumbered
	cPartword
	cRecurring
	cSame
	cUhr
	cSundaypaper
)

// classNames are the names of the classes above, as the data files write them.
var classNames = [...]string{
	cInt:           "int",
	cDecimal:       "decimal",
	cDayint:        "dayint",
	cDay:           "day",
	cOrdinal:       "ordinal",
	cYear:          "year",
	cYear2:         "year2",
	cHour:          "hour",
	cClock:         "clock",
	cMonthnum:      "monthnum",
	cMonthint:      "monthint",
	cDaymonth:      "daymonth",
	cFulldate:      "fulldate",
	cDigitspell:    "digitspell",
	cDigityears:    "digityears",
	cDecadenum:     "decadenum",
	cDecadefull:    "decadefull",
	cComma:         "comma",
	cSlash:         "slash",
	cDash:          "dash",
	cParen:         "paren",
	cColon:         "colon",
	cStop:          "stop",
	cNumber:        "number",
	cMonth:         "month",
	cWeekday:       "weekday",
	cWeekdayset:    "weekdayset",
	cWorkdays:      "workdays",
	cDayandpart:    "dayandpart",
	cDayandpartset: "dayandpartset",
	cDaypart:       "daypart",
	cDayset:        "dayset",
	cUnit:          "unit",
	cUnits:         "units",
	cShift:         "shift",
	cDeictic:       "deictic",
	cDeicticadj:    "deicticadj",
	cNum:           "num",
	cSome:          "some",
	cPair:          "pair",
	cIndef:         "indef",
	cOrd:           "ord",
	cHalfyear:      "halfyear",
	cCentury:       "century",
	cDecade:        "decade",
	cDecadeword:    "decadeword",
	cSeason:        "season",
	cSeasonmonths:  "seasonmonths",
	cPart:          "part",
	cHoliday:       "holiday",
	cLastunit:      "lastunit",
	cFollownoun:    "follownoun",
	cVortag:        "vortag",
	cLater:         "later",
	cYearadj:       "yearadj",
	cApprox:        "approx",
	cCompare:       "compare",
	cVague:         "vague",
	cOften:         "often",
	cLasting:       "lasting",
	cLength:        "length",
	cLengthyears:   "lengthyears",
	cUntil:         "until",
	cSince:         "since",
	cAgo:           "ago",
	cState:         "state",
	cAge:           "age",
	cAnnounce:      "announce",
	cCounted:       "counted",
	cDayhours:      "dayhours",
	cDem:           "dem",
	cNumbered:      "numbered",
	cPartword:      "partword",
	cRecurring:     "recurring",
	cSame:          "same",
	cUhr:           "uhr",
	cSundaypaper:   "sundaypaper",
}
