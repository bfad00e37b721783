"""Letters that look like another: a small part of Unicode's own table (M9, S14).

Made from confusables.txt 13.0 of Unicode Technical Standard 39 (Unicode licence), as far as
one letter or digit of these scripts looks like one other letter. Left out is what two letters
look like ("rn" and "m"), since it would take Ema and Erna for one. Loaded only when a name
is compared by its look: no start needs it (P1).
"""

_ALIKE = (
    # Digits
    "0O 1l "
    # Latin
    "Il ıi Ƅb ƍg Ɩl ƦR Ƨ2 Ʒ3 Ƽ5 ƽs ƿþ ǀl Ȝ3 Ȣ8 ȣ8 ɑa əǝ ɛꞓ ɡg ɣy ɩi ɪi "
    "ɯw ʋu ʏy ʒȝ ᴄc ᴈɜ ᴋĸ ᴍʍ ᴏo ᴐɔ ᴑo ᴜu ᴠv ᴡw ᴢz ᴤƨ ᶃg ᶌy ᶐɋ ẝf ỿy ↄɔ "
    "ꜱs Ꝛ2 Ꝫ3 ꝫȝ Ꝯ9 ꝺꝹ ꞕꜧ ꞘF ꞙf ꞝʚ ꞟu Ɜ3 ꞲJ ꞳX ꞴB ꞵß ꞶꙌ ꞷω ꬲe ꬵf ꬽo ꭇr "
    "ꭈr ꭍʃ ꭎu ꭒu ꭓχ ꭕχ ꭚy ꭠљ "
    # Greek
    "ͰⱵ ͶИ ͷᴎ ͻɔ ͽꜿ ͿJ ΑA ΒB ΕE ΖZ ΗH Ιl ΚK ΛɅ ΜM ΝN ΟO ΡP ΣƩ ΤT ΥY ΧX "
    "αa βß γy δẟ εꞓ ιi κĸ νv οo ρp σo τᴛ υu φɸ ϛς ϜF ϳj ϷÞ ϸþ ϺM ϽƆ ϿꜾ "
    "ᴦr ᴧʌ ᴨπ ᴩᴘ "
    # Cyrillic
    "ЄꞒ ЅS Іl ЈJ АA ВB ГΓ ЕE З3 КK ЛɅ МM НH ОO ПΠ РP СC ТT УY ФΦ ХX Ьb "
    "аa б6 вʙ гr еe зɜ иᴎ кĸ мʍ нʜ оo пπ рp сc тᴛ уy фɸ хx ьƅ яᴙ єꞓ ѕs "
    "іi јj ѡw ѰΨ ѱψ ѴV ѵv ҮY үy һh ҽe Ӏl ӋҶ ӌҷ ӏi ӘƏ әǝ Ӡ3 ӡȝ ԁd ԊǶ ԌG "
    "ԍɢ ԐƐ ԑꞓ ԛq ԜW ԝw ᴫл Ꙅ2 ꙅƨ ꙇi ꙍω Ꙩʘ "
    # Armenian
    "ՍU ՏS ՓΦ ՕO աw գq զq ծẟ հh յȷ ոn պɰ ռn սu ցg քf օo "
    # Cherokee
    "ᎠD ᎡR ᎢT Ꭵi ᎨⱵ ᎩY ᎪA ᎫJ ᎬE ᎰⱵ ᎱΓ ᎳW ᎷM ᎻH ᎽY Ꮏƫ ᏀG Ꮒh ᏃZ ᏇѠ ᏋƐ Ꮞ4 "
    "Ꮟb ᏒR ᏔW ᏕS ᏙV ᏚS ᏞL ᏟC ᏢP ᏦK Ꮷd Ꮾ6 Ᏸß ᏳG ᏴB ᏻɢ ᏼʙ ꭰᴅ ꭱʀ ꭲᴛ ꭵi ꭺᴀ "
    "ꭻᴊ ꭼᴇ ꭾɂ ꮀⱶ ꮁr ꮃw ꮇʍ ꮋʜ ꮐɢ ꮓz ꮛꞓ ꮟƅ ꮢʀ ꮩv ꮪs ꮮʟ ꮯc ꮲᴘ ꮶĸ "
)
"""Pairs: a letter, and the one that it looks like."""

TABLE = {ord(pair[0]): pair[1] for pair in _ALIKE.split()}
"""For `str.translate`; what it gives is never in the table itself."""
