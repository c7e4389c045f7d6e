using Pannier.Mail.Cards;
using Pannier.Mail.Html;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>Structured data and vCards: whatever they hold, few and short cards come of it, in one line each.</summary>
internal sealed class StatedCards : IFuzzTarget
{
    private readonly HtmlSanitizer _sanitizer = new(new SanitizeBudget { Time = TimeSpan.FromMinutes(1) }, TimeProvider.System); // the work is bounded by size here

    public IReadOnlyList<string> Samples { get; } =
    [
        "<script type=\"application/ld+json\">{\"@context\":\"http://schema.org\",\"@type\":\"FlightReservation\",\"reservationNumber\":\"RX\",\"underName\":{\"name\":\"Ann\"},\"reservationFor\":{\"flightNumber\":\"110\",\"airline\":{\"iataCode\":\"ND\"},\"departureTime\":\"2026-12-04T20:15:00+01:00\"}}</script>",
        "<script type=\"application/ld+json\">[{\"@context\":\"http://schema.org\",\"@type\":[\"Order\"],\"orderNumber\":7,\"acceptedOffer\":[{\"itemOffered\":{\"name\":\"Lamp\"}}],\"orderStatus\":\"http://schema.org/OrderInTransit\"}]</script>",
        "<div itemscope itemtype=\"http://schema.org/ParcelDelivery\"><meta itemprop=trackingNumber content=33><div itemprop=carrier itemscope><b itemprop=name>Post</b></div></div>",
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ann\\, B\nADR;TYPE=\"a:b\":;;Quay 3;Town;;1;X\nEMAIL:a@\n b.example\nEND:VCARD\n",
        "BEGIN:VCARD\r\nN;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=\r\n=FC\r\nEND:VCARD",
    ];

    public IReadOnlyList<string> Words { get; } =
    [
        "{", "}", "[", "]", "\"@type\":", "\"@graph\":", "\"Order\"", "\\ud800", "\\u0000", "null", "1e999", "//", "/*", "http://schema.org/", "itemscope", " itemprop=\"name name\"", "itemtype=", "<script type=\"application/ld+json\">",
        "</script>", "BEGIN:VCARD\n", "END:VCARD\n", "FN:", "N:", ";", "\\n", "\\", "=\n", "=C3", "ENCODING=QUOTED-PRINTABLE", ":", "\n ",
    ];

    public async Task TryAsync(byte[] input)
    {
        var text = IFuzzTarget.Text(input);
        Check(VCards.Read(text));
        if (await _sanitizer.SanitizeAsync(text, new Dictionary<string, string>(), CancellationToken.None) is SanitizeResult.Done done) Check(done.Cards);
    }

    private static void Check(IReadOnlyList<Card> cards)
    {
        Assert.True(cards.Count <= Card.Most);
        foreach (var card in cards)
        {
            Assert.True(card.Facts.Count is > 0 and <= 20 || card.Title.Length > 0);
            Assert.All(card.Facts.Select(fact => fact.Text).Append(card.Title), one => Assert.True(one.Length <= 700 && !one.Contains('\n', StringComparison.Ordinal)));
            Assert.All(card.Facts, fact => Assert.NotEmpty(fact.Text));
        }
    }
}
