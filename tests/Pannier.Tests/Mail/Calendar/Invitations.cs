namespace Pannier.Tests.Mail.Calendar;

/// <summary>Calendars for tests.</summary>
internal static class Invitations
{
    public static string Request(string lines = "", string time = "DTSTART;TZID=Europe/Stockholm:20261204T100000\nDTEND;TZID=Europe/Stockholm:20261204T113000", string method = "REQUEST") =>
        ($"BEGIN:VCALENDAR\nPRODID:-//Other//EN\nVERSION:2.0\nMETHOD:{method}\nBEGIN:VEVENT\nUID:lunch-1@shop.example\nDTSTAMP:20261101T080000Z\n{time}\nSEQUENCE:2\nSUMMARY:Lunch\\, by the sea\nLOCATION:Harbour 3\n"
        + "ORGANIZER;CN=\"Mira Holm\":mailto:mira@holm.example\nATTENDEE;CN=Ann;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:ANN@example.org\nATTENDEE;CN=Bo;PARTSTAT=ACCEPTED:MAILTO:bo@example.org\n" + (lines.Length > 0 ? lines + "\n" : "")
        + "END:VEVENT\nEND:VCALENDAR\n").ReplaceLineEndings("\r\n");
}
