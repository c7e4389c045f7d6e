using Pannier.Mail.Cards;
using Pannier.Mail.Html;
using Pannier.Tests.Mail.Html;

namespace Pannier.Tests.Mail.Cards;

public sealed class BodyCardsTests
{
    private const string Flight =
        """
        {"@context":"http://schema.org","@type":"FlightReservation","reservationNumber":"RXJ34P","reservationStatus":"http://schema.org/ReservationConfirmed",
         "underName":{"@type":"Person","name":"Ada Lindqvist"},
         "reservationFor":{"@type":"Flight","flightNumber":"110","airline":{"@type":"Airline","name":"Nordair","iataCode":"ND"},
          "departureAirport":{"@type":"Airport","name":"Göteborg Landvetter","iataCode":"GOT"},"departureTime":"2026-12-04T20:15:00+01:00",
          "arrivalAirport":{"@type":"Airport","iataCode":"LIS"},"arrivalTime":"2026-12-05T00:30:00Z"}}
        """;

    [Fact]
    public async Task A_flight_is_read_from_a_script_that_never_runs()
    {
        var card = Assert.Single(await CardsAsync($"<p>Your trip</p><script type=\"application/ld+json\">{Flight}</script>"));

        Assert.Equal((CardKind.Flight, "ND 110 Nordair"), (card.Kind, card.Title));
        Assert.Equal(
            ["Departure: Göteborg Landvetter (GOT)", "DepartsAt: 2026-12-04 20:15 UTC+01:00", "Arrival: LIS", "ArrivesAt: 2026-12-05 00:30 UTC", "Number: RXJ34P", "Name: Ada Lindqvist", "Status: Reservation confirmed"],
            Facts(card));
    }

    [Fact]
    public async Task The_markup_that_is_shown_holds_nothing_of_it()
    {
        var done = await Clean.DoneAsync($"<p>Your trip</p><script type=\"application/ld+json\">{Flight}</script>");

        Assert.Equal("<p>Your trip</p>", done.Html.ToString());
    }

    [Theory]
    [InlineData("LodgingReservation", "\"checkinTime\":\"2026-12-04\",\"reservationFor\":{\"@type\":\"LodgingBusiness\",\"name\":\"Casa do Rio\",\"address\":{\"streetAddress\":\"Rua 1\",\"postalCode\":\"1000\",\"addressLocality\":\"Lisboa\"}}", CardKind.Lodging, "Casa do Rio", "Begins: 2026-12-04|Address: Rua 1, 1000 Lisboa")]
    [InlineData("TrainReservation", "\"reservationFor\":{\"trainNumber\":\"X2 541\",\"departureStation\":{\"name\":\"Göteborg C\"},\"arrivalStation\":\"Malmö C\"}", CardKind.Journey, "X2 541", "Departure: Göteborg C|Arrival: Malmö C")]
    [InlineData("EventReservation", "\"reservationFor\":{\"@type\":\"Event\",\"name\":\"Winter concert\",\"startDate\":\"2026-12-10T19:00\",\"location\":{\"name\":\"Old Hall\",\"address\":\"Quay 3\"}}", CardKind.Event, "Winter concert", "Begins: 2026-12-10 19:00|Place: Old Hall|Address: Quay 3")]
    [InlineData("FoodEstablishmentReservation", "\"partySize\":4,\"startTime\":\"2026-12-10T19:00:00-05:00\",\"reservationFor\":{\"name\":\"The Gannet\"}", CardKind.Table, "The Gannet", "Begins: 2026-12-10 19:00 UTC-05:00|People: 4")]
    [InlineData("RentalCarReservation", "\"pickupTime\":\"2026-12-10\",\"pickupLocation\":{\"name\":\"Faro\"},\"reservationFor\":{\"name\":\"Small car\"}", CardKind.RentalCar, "Small car", "Departure: Faro|Begins: 2026-12-10")]
    [InlineData("Order", "\"orderNumber\":\"A-1\",\"merchant\":{\"name\":\"Lamp House\"},\"price\":\"49.00\",\"priceCurrency\":\"EUR\",\"acceptedOffer\":[{\"itemOffered\":{\"name\":\"Lamp\"}},{\"itemOffered\":{\"name\":\"Bulb\"}}],\"orderStatus\":\"OrderInTransit\"", CardKind.Order, "Lamp House", "Number: A-1|Items: Lamp, Bulb|Price: 49.00 EUR|Status: Order in transit")]
    [InlineData("ParcelDelivery", "\"trackingNumber\":\"33\",\"carrier\":{\"name\":\"Post\"},\"expectedArrivalUntil\":\"2026-12-05\",\"itemShipped\":{\"name\":\"Lamp\"},\"partOfOrder\":{\"orderNumber\":\"A-1\",\"merchant\":{\"name\":\"Lamp House\"}}", CardKind.Parcel, "Lamp", "Tracking: 33|Carrier: Post|Expected: 2026-12-05|Number: A-1|Seller: Lamp House")]
    [InlineData("Invoice", "\"provider\":{\"name\":\"Water works\"},\"totalPaymentDue\":{\"price\":\"12.5\",\"priceCurrency\":\"EUR\"},\"paymentDueDate\":\"2026-12-31\"", CardKind.Invoice, "Water works", "Price: 12.5 EUR|Due: 2026-12-31")]
    public async Task Each_kind_says_what_it_has(string type, string body, CardKind kind, string title, string facts)
    {
        var card = Assert.Single(await CardsAsync($"<script type='application/ld+json'>{{\"@context\":\"https://schema.org\",\"@type\":\"{type}\",{body}}}</script>"));

        Assert.Equal((kind, title), (card.Kind, card.Title));
        Assert.Equal(facts.Split('|'), Facts(card));
    }

    [Fact]
    public async Task Microdata_says_the_same()
    {
        var card = Assert.Single(await CardsAsync(
            """
            <div itemscope itemtype="http://schema.org/ParcelDelivery"><meta itemprop="trackingNumber" content="33"><link itemprop="deliveryStatus" href="http://schema.org/OrderInTransit">
            <div itemprop="carrier" itemscope itemtype="http://schema.org/Organization"><b itemprop="name">The
              Post</b></div><time itemprop="expectedArrivalUntil" datetime="2026-12-05T12:00:00+01:00">soon</time></div>
            """));

        Assert.Equal(["Tracking: 33", "Carrier: The Post", "Expected: 2026-12-05 12:00 UTC+01:00", "Status: Order in transit"], Facts(card));
    }

    [Fact]
    public async Task What_is_stated_twice_is_shown_once_and_a_list_or_graph_is_many()
    {
        Assert.Single(await CardsAsync($"<script type='application/ld+json'>[{Flight},{Flight}]</script>"));
        Assert.Equal(2, (await CardsAsync("<script type='application/ld+json'>{\"@context\":\"schema.org\",\"@graph\":[{\"@type\":\"Order\",\"orderNumber\":\"1\"},{\"@type\":\"Order\",\"orderNumber\":\"2\"},{\"@type\":\"Thing\"}]}</script>")).Count);
    }

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@context\":\"schema.org\",\"@type\":\"Order\"}</script>")]
    [InlineData("<script type='application/ld+json'>{\"@context\":\"schema.org\",\"@type\":\"Order\",\"orderNumber\":</script>")]
    [InlineData("<script type='application/ld+json'>\"schema.org\"</script>")]
    [InlineData("<script type='text/javascript'>{\"@context\":\"schema.org\",\"@type\":\"Order\",\"orderNumber\":\"1\"}</script>")]
    [InlineData("<svg><script type='application/ld+json'>{\"@context\":\"schema.org\",\"@type\":\"Order\",\"orderNumber\":\"1\"}</script></svg>")]
    [InlineData("<p>see schema.org</p>")]
    public async Task What_says_nothing_is_no_card(string markup) => Assert.Empty(await CardsAsync(markup));

    [Fact]
    public async Task It_is_bounded_in_depth_number_and_length()
    {
        Assert.Empty(await CardsAsync($"<script type='application/ld+json'>{{\"c\":\"schema.org\",\"@type\":\"Order\",\"orderNumber\":\"1\",\"x\":{new string('[', 3000)}{new string(']', 3000)}}}</script>"));
        Assert.Empty(await CardsAsync($"<script type='application/ld+json'>{{\"c\":\"schema.org\",\"@type\":\"Order\",\"orderNumber\":\"{new string('1', 70_000)}\"}}</script>"));
        var card = Assert.Single(await CardsAsync($"<script type='application/ld+json'>{{\"c\":\"schema.org\",\"@type\":\"Order\",\"orderNumber\":\"{new string('1', 7_000)}\"}}</script>"));
        Assert.True(card.Facts[0].Text.Length < 210);
        Assert.Equal(Card.Most, (await CardsAsync($"<script type='application/ld+json'>[{string.Join(',', Enumerable.Range(0, 30).Select(at => $"{{\"c\":\"schema.org\",\"@type\":\"Order\",\"orderNumber\":\"{at}\"}}"))}]</script>")).Count);
    }

    private static IEnumerable<string> Facts(Card card) => card.Facts.Select(fact => $"{fact.Field}: {fact.Text}");

    private static async Task<IReadOnlyList<Card>> CardsAsync(string markup) => (await Clean.DoneAsync(markup)).Cards;
}
