"""The library of activities, as the editor offers them (C12).

Each is: what it is called, what it is for, and the words with which such a step begins:
title, prompt, easy prompt, and a question for whoever leads.
"""

ACTIVITIES: dict[str, tuple[str, str, str, str, str, str]] = {
    "check-in": (
        "How we arrive",
        "Everybody says in a word how they are. It lets each voice be heard once.",
        "Arriving",
        "How are you arriving today?",
        "How are you today?",
        "Who would like to begin?",
    ),
    "welcome": (
        "A welcome",
        "Somebody reads a few lines aloud, so that all know what this is.",
        "Welcome",
        "Welcome. Who would like to read this aloud?",
        "Welcome. Who can read this out?",
        "What would help everybody to feel at home here?",
    ),
    "agreement": (
        "Our agreement",
        "What we ask of each other, and what each of us gives.",
        "Our agreement",
        "How do we want to be with each other?",
        "How do we want to be here?",
        "What do you need so that you can speak here?",
    ),
    "look-back": (
        "A look back at our plans",
        "Whoever kept a plan can say how it went. No one is judged.",
        "Looking back",
        "How did your plan go?",
        "How did it go?",
        "What helped, even a little?",
    ),
    "strengths": (
        "What we are good at",
        "Each of us names what we know, can do and care about.",
        "What we are good at",
        "Tell of a time when something went well. What did you do?",
        "Tell of a good time. What did you do?",
        "What did you hear that your partner is good at?",
    ),
    "goal": (
        "One small plan",
        "Each of us can plan one small thing: what, when and how sure.",
        "One small plan",
        "What is one small thing that you would like to do?",
        "What small thing do you want to do?",
        "How could the plan be a little smaller?",
    ),
    "ideas": (
        "Ideas from the group",
        "One plan, one thing in the way. Each of us gives one idea, or passes.",
        "Ideas for one of us",
        "Would ideas from the group help somebody?",
        "Do you want ideas from us?",
        "What have you tried that helped a little?",
    ),
    "reflection": (
        "Keep and change",
        "The group says what was good, and what should be different.",
        "Keep and change",
        "What should stay? What should change?",
        "What was good? What should change?",
        "What would make it easier for somebody to come next time?",
    ),
    "closing": (
        "Last words",
        "Everybody says one last word aloud.",
        "Last words",
        "What is one thing that you take home today?",
        "What do you take home today?",
        "Who would like to have the last word?",
    ),
    "resources": (
        "What helps next",
        "Numbers and places that help, with codes to take home.",
        "What helps next",
        "What could help between now and next time?",
        "What can help you this week?",
        "Which of these would you tell a friend about?",
    ),
    "plan-session": (
        "Plan our next time",
        "The group plans a session of its own. In the end it is a draft.",
        "What we do next time",
        "What do we want from next time?",
        "What do we want next time?",
        "What would make it a good hour for you?",
    ),
    "offers": (
        "Offers and needs",
        "Each of us can say what we can give, and what would help. No match is fine.",
        "Offers and needs",
        "What could you give, and what would help you?",
        "What can you give? What would help you?",
        "Who heard something that they could help with?",
    ),
    "away": (
        "Talk without a screen",
        "The keyboard is put away, and you talk.",
        "Just talk",
        "Put the keyboard away and talk.",
        "Put the keys away. Talk.",
        "What would you like to talk about?",
    ),
    "break": (
        "Tea and rest",
        "A break with tea, air and a stretch.",
        "Tea and rest",
        "Tea, air, a stretch. Come back when you are ready.",
        "Have some tea. Have a rest.",
        "Who would like a hand with a cup or a chair?",
    ),
}

ADDED_ABOUT = "A step that groups often add."
ADDED_CUE = "What would help now?"
