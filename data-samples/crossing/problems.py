"""The problems of the study "crossing" with the sentences its generations are composed of; read by make.py.

answer: the gold. forms: correct answers, equal to the gold by exact arithmetic or up to white space and \\dfrac. wrong:
other values, the most usual first. moves: a correct solution in sentences. slips: sentences that lead astray. topic:
what the problem is about, without a digit. Own problems in own words.
"""


def problem(level, subject, question, answer, forms, wrong, topic, moves, slips):
    return {
        "level": level,
        "subject": subject,
        "question": question,
        "answer": answer,
        "forms": forms,
        "wrong": wrong,
        "topic": topic,
        "moves": moves,
        "slips": slips,
    }


PROBLEMS = {
    "s01": problem(
        "easy", "arithmetic",
        "A bakery fills 18 trays with 24 rolls each and sells 397 rolls before noon. How many rolls are left?",
        "35", ["35", "35", "35.0"], ["45", "829", "25"], "the trays of rolls",
        [
            "There are $18 \\cdot 24 = 432$ rolls in all.",
            "Of these, 397 are gone by noon.",
            "What remains is $432 - 397 = 35$.",
        ],
        [
            "I compute $18 \\cdot 24 = 442$ and take 397 away from that.",
            "Adding the sold rolls to the baked ones seems natural here.",
        ],
    ),
    "s02": problem(
        "easy", "arithmetic",
        "A train leaves at 9:20 and arrives at 14:05 on the same day. How many minutes does the trip take?",
        "285", ["285", "285", "285.0"], ["245", "345", "325"], "the hours and minutes of the trip",
        [
            "From 9:20 to 14:20 it would be 5 hours, that is 300 minutes.",
            "The train arrives 15 minutes before 14:20.",
            "The trip takes $300 - 15 = 285$ minutes.",
        ],
        [
            "From 9:20 to 13:20 it is 4 hours, and 5 more minutes follow.",
            "The difference of the clock readings is $1405 - 920 = 485$, from which I take away the odd hours.",
        ],
    ),
    "s03": problem(
        "easy", "rates",
        "Five identical pens cost 6.25 euros. How many euros do three of these pens cost?",
        "3.75", ["3.75", "3.75", "\\frac{15}{4}", "15/4"], ["4.25", "2.5", "18.75"], "the price of a pen",
        [
            "One pen costs $6.25 / 5 = 1.25$ euros.",
            "Three pens cost three times as much.",
            "That gives $3 \\cdot 1.25 = 3.75$.",
        ],
        [
            "One pen costs about 1.42 euros if I split the price by hand.",
            "I multiply the whole price by three because three pens are bought.",
        ],
    ),
    "s04": problem(
        "easy", "fractions",
        "A jug is five sixths full. One quarter of the water in it is poured out. What fraction of the jug's capacity "
        "is still in it?",
        "\\frac{5}{8}", ["\\frac{5}{8}", "\\frac{5}{8}", "\\dfrac{5}{8}", "5/8", "0.625"],
        ["\\frac{7}{12}", "\\frac{5}{24}", "\\frac{2}{3}"], "the water in the jug",
        [
            "After pouring, three quarters of the water remain.",
            "The jug held $\\frac{5}{6}$ of its capacity before.",
            "So $\\frac{5}{6} \\cdot \\frac{3}{4} = \\frac{15}{24} = \\frac{5}{8}$ is left.",
        ],
        [
            "I subtract a quarter of the jug: $\\frac{10}{12} - \\frac{3}{12}$.",
            "The part that is poured out is a quarter of five sixths, and that is what the question wants.",
        ],
    ),
    "s05": problem(
        "easy", "percent",
        "The price of a bicycle lamp rises from 80 euros to 110 euros. By how many percent does it rise? Write the "
        "result with a percent sign.",
        "37.5\\%", ["37.5\\%", "37.5\\%", "37.5%", "37.50\\%"], ["30\\%", "27\\%", "40\\%"], "the rise of the price",
        [
            "The price rises by $110 - 80 = 30$ euros.",
            "The rise is measured against the old price, 80 euros.",
            "We have $30 / 80 = 0.375$.",
        ],
        [
            "The rise is 30 euros, and percent means out of a hundred, so I read it off directly.",
            "I divide the rise by the new price of 110 euros.",
        ],
    ),
    "s06": problem(
        "easy", "number theory",
        "One lamp blinks every 28 seconds, another one every 45 seconds. They have just blinked together. After how "
        "many seconds will they next blink together?",
        "1260", ["1260", "1260", "1,260"], ["630", "73", "2520"], "the two blinking lamps",
        [
            "We want the least common multiple of 28 and 45.",
            "Since $28 = 2^2 \\cdot 7$ and $45 = 3^2 \\cdot 5$ share no prime, it is their product.",
            "The product is $28 \\cdot 45 = 1260$.",
        ],
        [
            "Both numbers seem to share a factor of 2, so I halve the product.",
            "The lamps meet again after the sum of both periods.",
        ],
    ),
    "s07": problem(
        "easy", "algebra",
        "Solve the system x + y = 7 and 2x - y = 2. Give the solution as an ordered pair (x, y).",
        "(3, 4)", ["(3, 4)", "(3,4)", "\\left(3, 4\\right)"], ["(4, 3)", "(2, 5)", "(5, 2)"], "the two equations",
        [
            "Adding both equations removes $y$ and gives $3x = 9$.",
            "So $x = 3$.",
            "From the first equation, $y = 7 - 3 = 4$.",
        ],
        [
            "Subtracting the equations gives $x = 4$ after a change of sign.",
            "I try $x = 2$, which fits the first equation with $y = 5$.",
        ],
    ),
    "s08": problem(
        "easy", "number theory",
        "Which of these numbers is divisible by 9? (A) 4531 (B) 7218 (C) 6104 (D) 9215. Give the letter.",
        "B", ["B", "B", "\\text{B}"], ["D", "A", "C"], "the sums of digits",
        [
            "A number is divisible by 9 exactly when its sum of digits is.",
            "The sums of digits are 13, 18, 11 and 17.",
            "Only the second one, 18, is a multiple of 9.",
        ],
        [
            "A number that begins with a 9 looks like a multiple of 9.",
            "I look at the last digits and take the one that fits best.",
        ],
    ),
    "s09": problem(
        "medium", "counting",
        "How many three-digit numbers have digits that strictly decrease from left to right?",
        "120", ["120", "120", "120.0"], ["84", "720", "100"], "the order of the digits",
        [
            "Each set of three different digits can be written in decreasing order in exactly one way.",
            "A leading zero cannot happen, since zero would be the last digit.",
            "There are $\\binom{10}{3} = 120$ such sets.",
        ],
        [
            "The digits come from 1 to 9, so I count $\\binom{9}{3}$ sets.",
            "For the first digit there are 10 choices, then 9, then 8.",
        ],
    ),
    "s10": problem(
        "medium", "geometry",
        "An equilateral triangle has sides of length 4. What is its height? Give the exact value.",
        "2\\sqrt{3}", ["2\\sqrt{3}", "2\\sqrt{3}", "2 \\sqrt{3}"], ["\\sqrt{3}", "4\\sqrt{3}", "2\\sqrt{2}"],
        "the height of the triangle",
        [
            "The height cuts the base into two halves of length 2.",
            "By Pythagoras, $h^2 = 4^2 - 2^2 = 12$.",
            "The positive root of 12 is $2\\sqrt{3}$.",
        ],
        [
            "I recall that the area has a factor $\\sqrt{3}$ and take it for the height.",
            "The half of the base is taken as the height's partner in an isosceles right triangle.",
        ],
    ),
    "s11": problem(
        "medium", "probability",
        "Two fair six-sided dice are rolled. What is the probability that the product of the two numbers is a multiple "
        "of 6?",
        "\\frac{5}{12}", ["\\frac{5}{12}", "\\frac{5}{12}", "\\dfrac{5}{12}", "5/12"],
        ["\\frac{1}{2}", "\\frac{1}{3}", "\\frac{7}{12}"], "the pairs of dice",
        [
            "Count the pairs whose product misses the factor 2: there are 9. Those that miss the factor 3: 16.",
            "Both factors are missed by the 4 pairs made of 1 and 5.",
            "So $36 - 9 - 16 + 4 = 15$ pairs are good, and $\\frac{15}{36} = \\frac{5}{12}$.",
        ],
        [
            "A product is a multiple of 6 about as often as it is not.",
            "I count only the pairs that contain a 6 and one more.",
        ],
    ),
    "s12": problem(
        "medium", "number theory",
        "What is the remainder when 7 to the power of 2026 is divided by 100?",
        "49", ["49", "49", "49.0"], ["1", "43", "7"], "the last two digits of the power",
        [
            "The powers of 7 end in 07, 49, 43, 01 and then repeat.",
            "The exponent leaves the remainder 2 when divided by 4.",
            "So the last two digits are those of $7^2$.",
        ],
        [
            "The exponent looks like a multiple of 4, which brings us back to the start of the cycle.",
            "I take the exponent 2026 as 3 modulo 4.",
        ],
    ),
    "s13": problem(
        "medium", "rates",
        "A cyclist rides 18 km at 12 km/h and then 18 km at 18 km/h. What is the average speed in km/h over the whole "
        "way?",
        "14.4", ["14.4", "14.4", "14.40", "\\frac{72}{5}", "72/5"], ["15", "16.2", "13.5"], "the two parts of the ride",
        [
            "The first part takes $18/12 = 1.5$ hours and the second one 1 hour.",
            "Together that is 36 km in 2.5 hours.",
            "The average is $36 / 2.5 = 14.4$.",
        ],
        [
            "Both parts are equally long, so I take the mean of 12 and 18.",
            "I weigh the speeds by the speeds themselves.",
        ],
    ),
    "s14": problem(
        "medium", "trigonometry",
        "Find the smallest positive angle x, in radians, for which sin x = cos 2x.",
        "\\frac{\\pi}{6}", ["\\frac{\\pi}{6}", "\\frac{\\pi}{6}", "\\dfrac{\\pi}{6}"],
        ["\\frac{\\pi}{3}", "\\frac{\\pi}{4}", "\\frac{\\pi}{2}"], "the sine and the cosine",
        [
            "Put $s = \\sin x$; then $\\cos 2x = 1 - 2s^2$.",
            "The equation $2s^2 + s - 1 = 0$ has the roots $s = \\frac{1}{2}$ and $s = -1$.",
            "The smallest positive angle with sine one half is $\\frac{\\pi}{6}$.",
        ],
        [
            "Sine and cosine agree at 45 degrees, and the factor 2 changes little.",
            "From $s = \\frac{1}{2}$ I conclude that the angle is 60 degrees.",
        ],
    ),
    "s15": problem(
        "medium", "number theory",
        "How many positive divisors of 720 are multiples of 6?",
        "16", ["16", "16", "16.0"], ["30", "20", "12"], "the divisors",
        [
            "A divisor of 720 that is a multiple of 6 is 6 times a divisor of 120.",
            "We have $120 = 2^3 \\cdot 3 \\cdot 5$.",
            "So there are $4 \\cdot 2 \\cdot 2 = 16$ of them.",
        ],
        [
            "The number 720 has $5 \\cdot 3 \\cdot 2 = 30$ divisors.",
            "I leave out the odd divisors but forget those without a factor 3.",
        ],
    ),
    "s16": problem(
        "medium", "percent",
        "A share loses 20% of its value. By how many percent must it rise to be worth as much as before? Write the "
        "result with a percent sign.",
        "25\\%", ["25\\%", "25\\%", "25%"], ["20\\%", "24\\%", "22\\%"], "the loss and the rise",
        [
            "After the loss the share is worth $\\frac{4}{5}$ of its old value.",
            "It has to be multiplied by $\\frac{5}{4} = 1.25$ to come back.",
            "The rise is the part above 1.",
        ],
        [
            "What was lost has to be won back, so the same percentage is needed.",
            "I add a fifth of the loss to the loss itself.",
        ],
    ),
    "s17": problem(
        "hard", "counting",
        "In how many ways can a board of 2 rows and 10 columns be tiled with dominoes (2 by 1, in either direction) and "
        "squares of 2 by 2?",
        "683", ["683", "683", "683.0"], ["89", "341", "512"], "the tilings of the board",
        [
            "Let $f(n)$ be the number for $n$ columns; the last column is one upright domino, or the last two columns "
            "are two flat dominoes or a square.",
            "So $f(n) = f(n-1) + 2 f(n-2)$ with $f(1) = 1$ and $f(2) = 3$.",
            "The sequence runs 1, 3, 5, 11, 21, 43, 85, 171, 341, 683.",
        ],
        [
            "This is the Fibonacci recurrence, as always with dominoes.",
            "I stop the recurrence one step early, at nine columns.",
        ],
    ),
    "s18": problem(
        "hard", "number theory",
        "Among all pairs of positive integers a < b with 1/a + 1/b = 1/6, find the one with the smallest difference "
        "b - a. Give it as an ordered pair (a, b).",
        "(10, 15)", ["(10, 15)", "(10,15)", "\\left(10, 15\\right)"], ["(9, 18)", "(12, 12)", "(8, 24)"],
        "the unit fractions",
        [
            "The equation becomes $(a - 6)(b - 6) = 36$.",
            "The factor pairs with $a < b$ are $1 \\cdot 36$, $2 \\cdot 18$, $3 \\cdot 12$ and $4 \\cdot 9$.",
            "The closest factors are 4 and 9, so $a = 10$ and $b = 15$.",
        ],
        [
            "With $a = 9$ we get $b = 18$, and I see no closer pair.",
            "Equal numbers have the smallest difference of all.",
        ],
    ),
    "s19": problem(
        "hard", "probability",
        "Three different numbers are drawn at random from 1 to 9. What is the probability that their sum is odd?",
        "\\frac{10}{21}", ["\\frac{10}{21}", "\\frac{10}{21}", "\\dfrac{10}{21}", "10/21"],
        ["\\frac{1}{2}", "\\frac{11}{21}", "\\frac{5}{9}"], "the odd and even numbers",
        [
            "There are 5 odd and 4 even numbers, and $\\binom{9}{3} = 84$ draws.",
            "The sum is odd with three odd numbers, 10 draws, or with one odd and two even ones, $5 \\cdot 6 = 30$ draws.",
            "So the probability is $\\frac{40}{84} = \\frac{10}{21}$.",
        ],
        [
            "Odd and even sums are equally likely by symmetry.",
            "Five of the nine numbers are odd, and the parity of the sum follows them.",
        ],
    ),
    "s20": problem(
        "hard", "number theory",
        "For how many integers n from 1 to 1000 is n squared plus n plus 1 divisible by 7?",
        "286", ["286", "286", "286.0"], ["142", "143", "250"], "the remainders",
        [
            "Modulo 7 the expression vanishes for $n = 2$ and $n = 4$ only.",
            "The numbers up to 994 are 142 full blocks of 7 with two solutions each.",
            "The numbers 995 to 1000 contain two more, so there are $284 + 2 = 286$.",
        ],
        [
            "Only $n = 2$ works modulo 7, so each block of 7 has one solution.",
            "A quarter of all numbers seems to work in the first few cases.",
        ],
    ),
    "s21": problem(
        "hard", "algebra",
        "Let S(n) be the sum of the n smallest positive integers that leave the remainder 2 when divided by 6. Write "
        "S(n) as an expanded polynomial in n.",
        "3n^2-n", ["3n^2-n", "3n^2 - n"], ["6n-4", "3n^2+n", "3n^2-2n"], "the sum of the sequence",
        [
            "The $k$-th such number is $6k - 4$.",
            "Summing gives $6 \\cdot \\frac{n(n+1)}{2} - 4n$.",
            "This is $3n^2 + 3n - 4n$.",
        ],
        [
            "The numbers are 2, 8, 14 and so on, with the general term $6n - 4$.",
            "I sum $6k - 2$ by mistake of the first term.",
        ],
    ),
    "s22": problem(
        "hard", "probability",
        "A fair die with four faces is rolled three times. What is the expected number of different faces that show up? "
        "Give an exact decimal number.",
        "2.3125", ["2.3125", "\\frac{37}{16}", "37/16"], ["3", "2.25", "1.75"], "the faces of the die",
        [
            "A given face is missed by all three rolls with probability $\\frac{27}{64}$.",
            "So it shows up with probability $\\frac{37}{64}$.",
            "By linearity the expectation is $4 \\cdot \\frac{37}{64} = \\frac{37}{16}$.",
        ],
        [
            "Three rolls show three faces unless they repeat, which I neglect.",
            "Each roll brings a new face with probability three quarters, so I multiply.",
        ],
    ),
    "s23": problem(
        "hard", "counting",
        "How many orders of the numbers 1 to 7 are there in which no number is followed directly by the number that is "
        "greater by one?",
        "2119", ["2119"], ["1854", "5040", "2520"], "the forbidden neighbours",
        [
            "There are six forbidden neighbours; $j$ of them can be forced in $\\binom{6}{j}$ ways.",
            "With $j$ of them forced, $(7 - j)!$ orders remain.",
            "The alternating sum is $5040 - 4320 + 1800 - 480 + 90 - 12 + 1 = 2119$.",
        ],
        [
            "This looks like the number of derangements of 7 things.",
            "Half of all orders should have such a pair.",
        ],
    ),
    "s24": problem(
        "hard", "inequalities",
        "Which of these numbers is the largest? (A) 2 to the power of 60 (B) 3 to the power of 38 (C) 5 to the power of "
        "26 (D) 7 to the power of 21. Give the letter.",
        "C", ["C", "C", "\\text{C}"], ["B", "A", "D"], "the four powers",
        [
            "Compare logarithms to the base ten.",
            "They are about 18.06, 18.13, 18.17 and 17.75.",
            "The third one is the greatest.",
        ],
        [
            "The greatest exponent should win, or at least come close.",
            "With the rough value 0.48 for the logarithm of 3 the second one leads.",
        ],
    ),
}  # fmt: skip

OPENERS = {
    "base": [
        "",
        "",
        "Let's see.",
        "We need to be careful here.",
        "To solve this, look at what is given.",
        "Okay, first things first.",
        "Solution:",
        "Here is one way to do it.",
    ],
    "rl": [
        "Let's work through this step by step.",
        "Step by step:",
        "First, restate what is asked.",
        "",
    ],
}

CHECKS = [
    "A quick look back at the question shows that nothing else is asked for, so this settles it.",
    "I went over the steps a second time and found the same value again.",
    "There may be a shorter way, but this one is easy to follow from line to line.",
]

MUSINGS = [
    "Let me think about {topic} once more.",
    "Maybe there is a pattern in {topic} that I can use.",
    "I could set up an equation, but I do not know which quantity to call the unknown.",
    "Wait, that does not look right, so I go back to the beginning.",
    "Suppose the opposite were true and see what follows for {topic}.",
    "This reminds me of a similar exercise about {topic}.",
    "It would help to draw a picture first.",
    "Another way would be to try small cases and look for a rule.",
    "I am not sure whether every case has been covered.",
    "Writing everything out would take too long, so a shortcut is needed.",
    "On the other hand, nothing in the text says that this is allowed.",
    "We may simplify by symmetry, or perhaps not.",
]
