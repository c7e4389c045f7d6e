using System.Collections.Immutable;

namespace Pannier.Demo.Store;

/// <summary>The flags and keywords of a message: immutable, compared without case, in a fixed order.</summary>
public sealed class DemoFlags
{
    public static readonly DemoFlags None = new(ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase));

    private static readonly string[] System = ["\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft"];

    private readonly ImmutableSortedSet<string> all;

    private DemoFlags(ImmutableSortedSet<string> all)
    {
        this.all = all;
        Seen = all.Contains("\\Seen");
        Deleted = all.Contains("\\Deleted");
    }

    public bool Seen { get; }

    public bool Deleted { get; }

    /// <summary>Flags (with their backslash) and keywords, sorted.</summary>
    public IReadOnlyCollection<string> All => all;

    /// <summary>Collects flags; \Recent is the server's and is left out, as is any unknown system flag.</summary>
    public static DemoFlags Of(IEnumerable<string> flags) => None.With(flags);

    public bool Has(string flag) => all.Contains(flag);

    public DemoFlags With(IEnumerable<string> flags) => Make(all.Union(flags.Select(Canonical).OfType<string>()));

    public DemoFlags Without(IEnumerable<string> flags) => Make(all.Except(flags));

    public bool SameAs(DemoFlags other) => ReferenceEquals(this, other) || all.SetEquals(other.all);

    private DemoFlags Make(ImmutableSortedSet<string> flags) =>
        ReferenceEquals(flags, all) ? this : new(flags);

    private static string? Canonical(string flag) =>
        flag.StartsWith('\\') ? Array.Find(System, known => known.Equals(flag, StringComparison.OrdinalIgnoreCase)) : flag;
}
