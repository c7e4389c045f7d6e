using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.Views;

/// <summary>Messages that a server found and that are not held yet.</summary>
internal sealed class LooseStrand(IReadOnlyList<Candidate> all, ListOrder order) : IStrand
{
    public int Total => all.Count;

    public void After(Candidate? place, int limit, List<Candidate> to) =>
        to.AddRange(all.Where(one => place is not { } here || order.Compare(one, here) > 0).Order(order.Forwards).Take(limit));

    public void Before(Candidate place, int limit, List<Candidate> to) =>
        to.AddRange(all.Where(one => order.Compare(one, place) < 0).Order(order.Forwards).TakeLast(limit));
}
