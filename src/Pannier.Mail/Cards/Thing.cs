namespace Pannier.Mail.Cards;

/// <summary>A thing of schema.org with what is stated of it, whether JSON or markup said it.</summary>
/// <param name="Type">Without the vocabulary before it, as in <c>FlightReservation</c>; empty when none is stated.</param>
internal sealed record Thing(string Type)
{
    private const int LongestText = 200;
    private readonly List<KeyValuePair<string, Stated>> _stated = [];

    public void Add(string name, Stated value) => _stated.Add(new(name, value));

    public IEnumerable<Thing> Things(string name) => _stated.Where(pair => pair.Key == name).Select(pair => pair.Value).OfType<Stated.Whole>().Select(whole => whole.Thing);

    /// <summary>The first thing of a name; one that nothing is stated of when there is none.</summary>
    public Thing At(string name) => Things(name).FirstOrDefault() ?? new Thing("");

    /// <summary>The first text of a name, in one line and cut; for a thing its name. Empty when there is none.</summary>
    public string Text(string name) => _stated.Where(pair => pair.Key == name).Select(pair => pair.Value switch
    {
        Stated.Words words => Line(words.Text),
        Stated.Whole whole when name is not "name" => whole.Thing.Text("name"),
        _ => "",
    }).FirstOrDefault(text => text.Length > 0) ?? "";

    internal static string Line(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestText) return line;
        return line[..(char.IsHighSurrogate(line[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";
    }
}
