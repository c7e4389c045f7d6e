using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.Views;

/// <summary>One mailbox's part of a list, in the list's order.</summary>
internal interface IStrand
{
    /// <summary>How many messages it has, counting those on the server that are not held yet where nothing is asked of them.</summary>
    int Total { get; }

    /// <summary>Up to <paramref name="limit"/> messages that come after a place in the list, or the first ones.</summary>
    void After(Candidate? place, int limit, List<Candidate> to);

    /// <summary>Up to <paramref name="limit"/> messages that come before a place in the list: the nearest.</summary>
    void Before(Candidate place, int limit, List<Candidate> to);
}
