"""Each kind in the notations that people use, and what only looks like it."""

import pytest

from hub.core.personal_details import DetailKind, count_kinds, find_details

FOUND = {
    DetailKind.NATIONAL_INSURANCE: (
        "QQ123456C",
        "qq 12 34 56 c",
        "QQ-12-34-56-C",
        "NI number QQ 12 34 56",
        "nino: qq123456a",
    ),
    DetailKind.NHS_NUMBER: ("999 000 0018", "9990000018", "999-000-0018"),
    DetailKind.DATE_OF_BIRTH: (
        "DOB 03/05/2009",
        "d.o.b. 3.5.09",
        "born on 3rd of May 2009",
        "born on the third of May 2009",
        "date of birth: 2009-05-03",
        "(dob 03052009)",
        "03-05-09 (DOB)",
        "his birthday is 3 May",
        "born May 3, 2009",
        "born in Leeds on 3 May 2009",
        "Kai Smith (03/05/2009)",
    ),
    DetailKind.POSTCODE: ("SE15 4AB", "se154ab", "SE15-4AB", "M1 1AA", "EC1A 1BB", "Se15 4ab"),
    DetailKind.TELEPHONE: (
        "07700 900123",
        "07700900123",
        "07700-900-123",
        "+44 7700 900123",
        "+44 (0)7700 900 123",
        "0044 7700 900123",
        "020 7946 0123",
        "(020) 7946 0123",
        "01632 960123",
        "+353 85 555 0123",
        "mobile 7700 900123",
        "o77OO 900123",
        "07700.900.123",
    ),
    DetailKind.EMAIL: (
        "kai.smith@example.org",
        "KAI@EXAMPLE.ORG",
        "kai [at] example [dot] org",
        "kai at example dot org",
    ),
    DetailKind.VEHICLE: (
        "AB12 CDE",
        "ab12cde",
        "AB12CDE",
        "A123 BCD",
        "reg ABC 123D",
        "a car, reg B16 JOB",
        "plate is ABZ 1234",
        "the letter shows A 914 GHJ",
        "his car, A 91 GHJ",
    ),
    DetailKind.CRIME_REFERENCE: (
        "crime ref 42/123456/26",
        "Crime reference number: 4412345/26",
        "42/123456/26",
        "CAD 1234",
        "log 123 of 5/11/2026",
        "incident number 26000123456",
        "CRN: 01AB/12345/26",
        "the officer's reference is 43260118842",
        "NYP-12112026-0231",
        "a witness wobbles, CVP-26-201477",
        "WYP 13260512345",
        "reported to the police: 26/1023345",
    ),
    DetailKind.NAME_AND_AGE: (
        "Kai, 14, was there",
        "Kai (14)",
        "Kai aged 14",
        "14-year-old Kai",
        "14yo Kai",
        "kai, who is 14",
        "Kai is fourteen.",
        "Mr Smith, 43,",
        "JM (15)",
        "my client Zyair, 15, said",
        "a boy of 14 called Zyair",
        "We saw Tyrelle, aged fifteen",
        "Tesfay (17) arrived and his bed isn't there",
        "we placed Brhane, 15, and she is safe",
    ),
    DetailKind.ADDRESS: (
        "14 Ardale Road",
        "Ardale Road, 14",
        "Flat 3, 14 Ardale Road",
        "5 Tern Walk",
        "no 16 Coppice Way",
        "team@example.org, Ardale Road, 14, LS1 9ZZ",
        "9, Wharfedale Rise",
        "15 Heol y Bryn",
        "6 Ffordd Pen-y-Bont",
        "3 Kirk Wynd",
        "7/2 Leith Walk",
        "12 The Green",
        "Flat 3, Rowan House",
        "at 9 Kirkgate",
        "14 station road, he said",
        "number 14 on Ardale Road",
    ),
    DetailKind.AGE_PLACE_DATE: (
        "A 14-year-old was hurt in Ardale Park on 3 May.",
        "A boy aged 14 was stopped on 3 May 2026. It was outside Ardale Station.",
        "Two girls, aged 14 and 15, Thornley Vale precinct, the evening of 5 November",
        "Her son is 12 and was hit outside Ardale Leisure Centre on 14/11.",
        "On 24 October a woman, 72, was knocked down in Cross Street market.",
        "Lad of 15, Ardale bus stop, 3.11.26",
        "A 16-year-old was hurt by Ardale library on Bonfire Night.",
    ),
}

CLEAN = (
    "Use section 45 of the Modern Slavery Act 2015, or paragraph 14(2) of Schedule 4.",
    "See s139AA, s16LA and s550ZA, and page 45.",
    "Call 999, 101 or 111. Childline is 0800 1111 and Missing People 116 000.",
    "The NSPCC's number is 0808 800 5000, Crimestoppers' 0800 555 111.",
    "A 14-year-old boy and two 16-year-olds, all aged 14 to 17.",
    "We meet on 14 March 2026 at 14:30 in room 3.",
    "In SE15 and SW9 there were 12 of 34 (35%).",
    "Fill in the MG11 and the NRM form; Year 9, Level 3, tier 2.",
    "It cost £12,345.67 for 120 young people in 2024-25.",
    "Lambeth (14), Southwark (12) and Camden (9).",
    "Children aged 14, girls aged 15, and Year 10 pupils aged 14.",
    "Child A (14) and YP1, 15, are how we write it.",
    "Children born on or after 1 September 2010 start in 2026.",
    "Take the M1 2nd exit; the A12 and the M25 are shut.",
    "ISBN 0306406152, extension 4521, invoice 12345.",
    "crime reference number, log and CAD are what they ask for; crime 2024 fell.",
    "On 01/02/2026 14:30 and 2026-02-01 we met.",
    "Invoice INV-26-201477 is unpaid, says the police's purchase order 4500218773.",
    "Between 1200-1500 reported crimes; SI 2015/1472 and report 004/2026 on custody.",
    "Ring police partners on the grant VRU-26-004411, or text BTP 61016.",
    "Referrals (17) were up, he says, and Kelder (14) had more than Skelby, she says.",
    "2 Crown Court hearings, 3 Mill Lane Primary pupils, 14 November Park Road was shut.",
    "In 2024 Holme Road was shut at 3 very close points, on 2 main road junctions.",
    "A 100 MPH chase and a 24 HOUR line.",
    "He is 12 and the park was shut on 3 May.",
    "Look at example.org, at 3 or 4 pm.",
)


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts]
)
def test_a_detail_is_found_in_each_notation(kind: DetailKind, text: str) -> None:
    assert kind in count_kinds(find_details(f"We were told this: {text}"))


@pytest.mark.parametrize("text", CLEAN)
def test_what_points_at_nobody_is_left_alone(text: str) -> None:
    assert [finding.quote(text) for finding in find_details(text)] == []


def test_findings_are_counted_by_kind() -> None:
    found = find_details("07700 900123, 07700 900456 and kai@example.org")
    assert count_kinds(found) == {"email": 1, "telephone": 2}


def test_a_finding_quotes_its_writers_own_notation() -> None:
    text = "She's at “Ardale Road,\n 14” now"
    assert [found.quote(text) for found in find_details(text)] == ["Ardale Road, 14"]
