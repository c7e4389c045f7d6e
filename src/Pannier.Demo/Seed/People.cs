using System.Globalization;

namespace Pannier.Demo.Seed;

/// <summary>Everybody who writes or is written to, by key.</summary>
internal static class People
{
    public const string Personal = "ada@orchard.example";
    public const string Work = "ada.lindqvist@northwind-labs.example";
    public const string Club = "lists@saltmarsh-society.example";

    /// <summary>The owner under each address; the keys scripts use for them.</summary>
    public static IReadOnlyList<Person> Owner { get; } =
    [
        new("personal", "Ada Lindqvist", Personal, TimeSpan.FromHours(1), MailClient.Flowed),
        new("work", "Ada Lindqvist", Work, TimeSpan.FromHours(1), MailClient.Web),
        new("club", "Saltmarsh Society (Ada Lindqvist)", Club, TimeSpan.FromHours(1), MailClient.Plain),
    ];

    /// <summary>People, from texts/people.txt.</summary>
    public static IReadOnlyDictionary<string, Person> All { get; } =
        Owner.Concat(Read("people.txt")).ToDictionary(person => person.Key, StringComparer.Ordinal);

    /// <summary>Firms and programs, from texts/senders.txt.</summary>
    public static IReadOnlyDictionary<string, Person> Senders { get; } =
        Read("senders.txt").ToDictionary(person => person.Key, StringComparer.Ordinal);

    public static bool IsOwner(Person person) => Owner.Contains(person);

    private static IEnumerable<Person> Read(string file) => Texts.Lines(file).Select(line =>
    {
        var field = line.Split('|');
        var zone = TimeSpan.FromMinutes(60 * double.Parse(field[3], CultureInfo.InvariantCulture));
        return new Person(field[0], field[1], field[2], zone, Enum.Parse<MailClient>(field[4]));
    });
}
