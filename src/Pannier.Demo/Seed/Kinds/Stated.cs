using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Pannier.Demo.Seed.Kinds;

/// <summary>What shops, carriers and hosts state beside their text for programs to read (schema.org): JSON in a script that nobody runs, or attributes.</summary>
internal static class Stated
{
    private const string Context = "http://schema.org";

    public static string Order(string seller, string number, IEnumerable<string> goods, decimal total, string currency, DateTimeOffset date) => Script(new Dictionary<string, object>
    {
        ["@context"] = Context,
        ["@type"] = "Order",
        ["merchant"] = Named("Organization", seller),
        ["orderNumber"] = number,
        ["orderDate"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["price"] = total.ToString("F2", CultureInfo.InvariantCulture),
        ["priceCurrency"] = currency,
        ["acceptedOffer"] = goods.Select(name => new Dictionary<string, object> { ["@type"] = "Offer", ["itemOffered"] = Named("Product", name) }).ToList(),
        ["orderStatus"] = Context + "/OrderProcessing",
    });

    public static string Parcel(string carrier, string code, string order, string status) =>
        $"<div itemscope itemtype=\"{Context}/ParcelDelivery\"><meta itemprop=\"trackingNumber\" content=\"{code}\"><div itemprop=\"carrier\" itemscope itemtype=\"{Context}/Organization\"><meta itemprop=\"name\" content=\"{WebUtility.HtmlEncode(carrier)}\"></div>"
        + $"<div itemprop=\"partOfOrder\" itemscope itemtype=\"{Context}/Order\"><meta itemprop=\"orderNumber\" content=\"{order}\"></div><link itemprop=\"deliveryStatus\" href=\"{Context}/{status}\"></div>";

    public static string Flight(string code, string who, string number, string airline, (string Name, string Code, DateTimeOffset At) from, (string Name, string Code, DateTimeOffset At) to) => Script(new Dictionary<string, object>
    {
        ["@context"] = Context,
        ["@type"] = "FlightReservation",
        ["reservationNumber"] = code,
        ["reservationStatus"] = Context + "/ReservationConfirmed",
        ["underName"] = Named("Person", who),
        ["airplaneSeat"] = "14A",
        ["reservationFor"] = new Dictionary<string, object>
        {
            ["@type"] = "Flight",
            ["flightNumber"] = number,
            ["airline"] = Named("Airline", airline),
            ["departureAirport"] = Airport(from.Name, from.Code),
            ["departureTime"] = Moment(from.At),
            ["arrivalAirport"] = Airport(to.Name, to.Code),
            ["arrivalTime"] = Moment(to.At),
        },
    });

    public static string Lodging(string code, string who, string house, string street, string town, DateTimeOffset from, DateTimeOffset to) => Script(new Dictionary<string, object>
    {
        ["@context"] = Context,
        ["@type"] = "LodgingReservation",
        ["reservationNumber"] = code,
        ["underName"] = Named("Person", who),
        ["checkinTime"] = Moment(from),
        ["checkoutTime"] = Moment(to),
        ["reservationFor"] = new Dictionary<string, object> { ["@type"] = "LodgingBusiness", ["name"] = house, ["address"] = new Dictionary<string, object> { ["@type"] = "PostalAddress", ["streetAddress"] = street, ["addressLocality"] = town } },
    });

    public static string Event(string name, string place, string address, DateTimeOffset begins) =>
        $"<div itemscope itemtype=\"{Context}/EventReservation\"><div itemprop=\"reservationFor\" itemscope itemtype=\"{Context}/Event\"><meta itemprop=\"name\" content=\"{WebUtility.HtmlEncode(name)}\"><meta itemprop=\"startDate\" content=\"{Moment(begins)}\">"
        + $"<div itemprop=\"location\" itemscope itemtype=\"{Context}/Place\"><meta itemprop=\"name\" content=\"{WebUtility.HtmlEncode(place)}\"><meta itemprop=\"address\" content=\"{WebUtility.HtmlEncode(address)}\"></div></div></div>";

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static Dictionary<string, object> Named(string type, string name) => new() { ["@type"] = type, ["name"] = name };

    private static Dictionary<string, object> Airport(string name, string code) => new() { ["@type"] = "Airport", ["name"] = name, ["iataCode"] = code };

    // The serialiser writes "<" as an escape, so nothing in it ends the script.
    private static string Script(Dictionary<string, object> what) => $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(what)}</script>";
}
