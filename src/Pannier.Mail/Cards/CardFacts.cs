using System.Globalization;
using System.Text.RegularExpressions;

namespace Pannier.Mail.Cards;

/// <summary>Collects what a card says; what is not stated leaves no gap.</summary>
internal sealed partial class CardFacts
{
    private readonly List<CardFact> _facts = [];

    public IReadOnlyList<CardFact> All => _facts;

    public CardFacts Add(CardField field, string text)
    {
        if (text.Length > 0) _facts.Add(new CardFact(field, text));
        return this;
    }

    /// <summary>A time as its place has it: what the sender wrote, without seconds, the zone said where it was.</summary>
    public CardFacts AddTime(CardField field, string text) => Add(field, Time(text));

    /// <summary>schema.org's words for how it stands, as words: <c>OrderInTransit</c> is "Order in transit".</summary>
    public CardFacts AddStatus(string text)
    {
        var words = WordStart().Replace(JsonThings.LastOf(text), "$1 $2").ToLowerInvariant().Trim();
        return Add(CardField.Status, words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..]);
    }

    /// <summary>What every reservation has.</summary>
    public CardFacts Booking(Thing thing) =>
        Add(CardField.Number, First(thing.Text("reservationNumber"), thing.Text("reservationId"))).Add(CardField.Name, thing.Text("underName")).AddStatus(thing.Text("reservationStatus"));

    public static string First(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            if (text.Length > 0) return text;
        return "";
    }

    public static string Join(string between, params IReadOnlyList<string> texts) => Thing.Line(string.Join(between, texts.Where(text => text.Length > 0)));

    public static string Address(Thing place)
    {
        if (place.At("address") is not { } address || address.Text("streetAddress") is not { Length: > 0 } street) return place.Text("address");
        return Join(", ", street, Join(" ", address.Text("postalCode"), address.Text("addressLocality")), address.Text("addressRegion"), address.Text("addressCountry"));
    }

    public static string Price(Thing thing) => Join(" ", First(thing.Text("price"), thing.Text("value"), thing.At("priceSpecification").Text("price")), First(thing.Text("priceCurrency"), thing.Text("currency"), thing.At("priceSpecification").Text("priceCurrency")));

    private static string Time(string text)
    {
        var match = Moment().Match(text);
        if (!match.Success || !DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return text;

        var zone = match.Groups["zone"].Value;
        return Join(" ", match.Groups["day"].Value, match.Groups["time"].Value, zone is "" ? "" : zone is "Z" or "z" ? "UTC" : "UTC" + zone);
    }

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9][0-9]-[0-9][0-9])(?:T(?<time>[0-9][0-9]:[0-9][0-9])(?::[0-9][0-9](?:\.[0-9]{1,9})?)?(?<zone>[Zz]|[+-][0-9][0-9]:[0-9][0-9])?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Moment();

    [GeneratedRegex("([a-z])([A-Z])", RegexOptions.NonBacktracking)]
    private static partial Regex WordStart();
}
