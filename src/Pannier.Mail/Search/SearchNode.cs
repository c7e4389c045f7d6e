namespace Pannier.Mail.Search;

/// <summary>What a search asks of a message, as a tree.</summary>
public abstract record SearchNode
{
    private SearchNode()
    {
    }

    /// <summary>Every message.</summary>
    public static SearchNode Everything { get; } = new All([]);

    /// <summary>All parts hold; an empty one holds always.</summary>
    public sealed record All(IReadOnlyList<SearchNode> Parts) : SearchNode;

    /// <summary>One part at least holds; an empty one never does.</summary>
    public sealed record Any(IReadOnlyList<SearchNode> Parts) : SearchNode;

    public sealed record Not(SearchNode Part) : SearchNode;

    /// <summary>The text occurs, both folded.</summary>
    /// <param name="Text">As typed, not blank.</param>
    public sealed record Words(SearchField Field, string Text) : SearchNode;

    public sealed record Marked(Keywords With, Keywords Without) : SearchNode;

    public sealed record Attached : SearchNode;

    /// <summary>INTERNALDATE, seconds since 1970: from one second on, up to before another.</summary>
    public sealed record Received(long From, long Before) : SearchNode;

    /// <summary>Octets: from one size on, up to below another.</summary>
    public sealed record Sized(long From, long Below) : SearchNode;

    /// <summary>In a mailbox whose name, or the last part of it, or whose role is this.</summary>
    public sealed record In(string Mailbox) : SearchNode;

    /// <summary>In an account of which the name or the address holds this.</summary>
    public sealed record Of(string Account) : SearchNode;

    /// <summary>In one of these mailboxes: what <see cref="In"/> and <see cref="Of"/> come to once their names are looked up.</summary>
    public sealed record Among(IReadOnlySet<MailboxId> Mailboxes) : SearchNode;

    /// <summary>Both, without needless nesting.</summary>
    public SearchNode And(SearchNode other) => (this, other) switch
    {
        (All { Parts.Count: 0 }, _) => other,
        (_, All { Parts.Count: 0 }) => this,
        (All left, All right) => new All([.. left.Parts, .. right.Parts]),
        (All left, _) => new All([.. left.Parts, other]),
        _ => new All([this, other]),
    };

    public bool IsEverything => this is All { Parts.Count: 0 };

    /// <summary>All nodes, this first.</summary>
    public IEnumerable<SearchNode> Walk() => this switch
    {
        All all => all.Parts.SelectMany(part => part.Walk()).Prepend(this),
        Any any => any.Parts.SelectMany(part => part.Walk()).Prepend(this),
        Not not => not.Part.Walk().Prepend(this),
        _ => [this],
    };

    /// <summary>The words that servers find more of than is known here: those looked for anywhere.</summary>
    public IEnumerable<Words> Deep() => Walk().OfType<Words>().Where(words => words.Field == SearchField.Anywhere).Distinct();

    /// <summary>The tree with its leaves exchanged.</summary>
    public SearchNode Map(Func<SearchNode, SearchNode> leaf) => this switch
    {
        All all => new All([.. all.Parts.Select(part => part.Map(leaf))]),
        Any any => new Any([.. any.Parts.Select(part => part.Map(leaf))]),
        Not not => new Not(not.Part.Map(leaf)),
        _ => leaf(this),
    };
}
