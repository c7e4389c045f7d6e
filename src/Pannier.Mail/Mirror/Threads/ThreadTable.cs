using System.Runtime.InteropServices;

namespace Pannier.Mail.Mirror.Threads;

/// <summary>Which messages of a person belong together: components over the hashes of Message-IDs and references, across accounts and mailboxes.</summary>
/// <remarks>
/// Thread-safe: the mirror's writer changes it while lists read. It only grows together: a message that goes leaves its links behind,
/// so that a conversation does not fall apart when its middle is deleted; the next life of the mirror forms it anew. Bounded whatever
/// messages say: an id that more than 64 carry ties no more of them, and a conversation has at most 1,000 messages or ids.
/// </remarks>
public sealed class ThreadTable
{
    private const int MostCarriers = 64;
    private const int MostInThread = 1_000;
    private const int None = -1;

    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, int> _nodes = [];
    private readonly List<Node> _all = [];
    private readonly List<Member> _members = [];
    private readonly List<Place> _places = [];
    private readonly Dictionary<Place, int> _placeOf = [];
    private int _free = None;

    /// <summary>Bytes it takes, about.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock) return (_nodes.Capacity * 20L) + (_all.Capacity * 20L) + (_members.Capacity * 12L);
        }
    }

    public void Add(AccountId account, MailboxId mailbox, uint uidValidity, Uid uid, MessageLinks links)
    {
        if (links.Id == 0) return;
        lock (_lock)
        {
            var own = NodeOf(links.Id);
            if (_all[own].Carriers >= MostCarriers) own = NodeOf(Apart(links.Id, mailbox, uid));
            Put(own, PlaceOf(new Place(account, mailbox, uidValidity)), uid);
            foreach (var reference in links.References.Span) Join(own, NodeOf(reference));
        }
    }

    public void Remove(AccountId account, MailboxId mailbox, uint uidValidity, Uid uid, ulong id)
    {
        lock (_lock)
        {
            if (_placeOf.TryGetValue(new Place(account, mailbox, uidValidity), out var place) && !Take(Apart(id, mailbox, uid), place, uid)) Take(id, place, uid);
        }
    }

    /// <summary>Follows a change of a mailbox's image.</summary>
    /// <param name="image">As it was before.</param>
    public void Follow(MailboxImage image, MailboxDelta delta)
    {
        var added = new Dictionary<Uid, MessageLinks>();
        if (delta.Point.UidValidity != image.Point.UidValidity) Forget(image);
        foreach (var one in delta.Added)
        {
            added[one.Row.Uid] = one.Links;
            Add(image.Account, image.Mailbox, delta.Point.UidValidity, one.Row.Uid, one.Links);
        }

        foreach (var uid in delta.Gone)
        {
            if (added.TryGetValue(uid, out var links)) Remove(image.Account, image.Mailbox, delta.Point.UidValidity, uid, links.Id);
            else if (image.Find(uid) is >= 0 and var row) Remove(image.Account, image.Mailbox, image.Point.UidValidity, uid, image.LinksAt(row).Id);
        }
    }

    /// <summary>Lets go of all messages of an image.</summary>
    public void Forget(MailboxImage image)
    {
        for (var row = 0; row < image.Count; row++) Remove(image.Account, image.Mailbox, image.Point.UidValidity, image.UidAt(row), image.LinksAt(row).Id);
    }

    /// <summary>All messages of a conversation, this one too; of each, where else the same message stands.</summary>
    /// <param name="id">The hash of the message's id.</param>
    public IReadOnlyList<ThreadMember> Members(MessageKey key, ulong id)
    {
        lock (_lock)
        {
            if (Find(key, id) is not { } start) return [new ThreadMember(key, id)];

            var members = new List<ThreadMember>();
            var node = start;
            do
            {
                for (var at = _all[node].First; at != None; at = _members[at].Next)
                    members.Add(new ThreadMember(new MessageKey(_places[_members[at].Place].Account, _places[_members[at].Place].Mailbox, _places[_members[at].Place].UidValidity, _members[at].Uid), _all[node].Hash));
                node = _all[node].Next;
            }
            while (node != start);
            return members;
        }
    }

    private int? Find(MessageKey key, ulong id)
    {
        if (_nodes.TryGetValue(Apart(id, key.Mailbox, key.Uid), out var apart)) return apart;
        return _nodes.TryGetValue(id, out var node) ? node : null;
    }

    private int NodeOf(ulong hash)
    {
        ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(_nodes, hash, out var known);
        if (known) return node;
        node = _all.Count;
        _all.Add(new Node(hash, node, node, 1, None, 0));
        return node;
    }

    private int PlaceOf(Place place)
    {
        ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(_placeOf, place, out var known);
        if (known) return at;
        at = _places.Count;
        _places.Add(place);
        return at;
    }

    private void Put(int node, int place, Uid uid)
    {
        ref var at = ref CollectionsMarshal.AsSpan(_all)[node];
        for (var one = at.First; one != None; one = _members[one].Next)
            if (_members[one].Place == place && _members[one].Uid == uid) return; // told once more

        var member = new Member(place, uid, at.First);
        if (_free == None)
        {
            at.First = _members.Count;
            _members.Add(member);
        }
        else
        {
            at.First = _free;
            _free = _members[_free].Next;
            _members[at.First] = member;
        }

        at.Carriers++;
    }

    private bool Take(ulong id, int place, Uid uid)
    {
        if (!_nodes.TryGetValue(id, out var node)) return false;
        ref var at = ref CollectionsMarshal.AsSpan(_all)[node];
        var before = None;
        for (var one = at.First; one != None; before = one, one = _members[one].Next)
        {
            if (_members[one].Place != place || _members[one].Uid != uid) continue;
            if (before == None) at.First = _members[one].Next;
            else _members[before] = _members[before] with { Next = _members[one].Next };
            _members[one] = new Member(0, default, _free);
            _free = one;
            at.Carriers--;
            return true;
        }

        return false;
    }

    /// <summary>Two components become one: their rings are cut and joined.</summary>
    private void Join(int left, int right)
    {
        var (a, b) = (Root(left), Root(right));
        var nodes = CollectionsMarshal.AsSpan(_all);
        if (a == b || nodes[a].Size + nodes[b].Size > MostInThread) return;
        if (nodes[a].Size < nodes[b].Size) (a, b) = (b, a);
        nodes[b].Parent = a;
        nodes[a].Size += nodes[b].Size;
        (nodes[a].Next, nodes[b].Next) = (nodes[b].Next, nodes[a].Next);
    }

    private int Root(int node)
    {
        var nodes = CollectionsMarshal.AsSpan(_all);
        while (nodes[node].Parent != node) node = nodes[node].Parent = nodes[nodes[node].Parent].Parent;
        return node;
    }

    /// <summary>Another id for a message whose own too many carry.</summary>
    private static ulong Apart(ulong id, MailboxId mailbox, Uid uid) => unchecked((id ^ (mailbox.Value * 0x9E37_79B9_7F4A_7C15) ^ (uid.Value * 0xC2B2_AE3D_27D4_EB4F)) | 1);

    /// <param name="Next">The next of the component's ring.</param>
    /// <param name="First">The first message that carries the id.</param>
    private record struct Node(ulong Hash, int Parent, int Next, int Size, int First, int Carriers);

    private readonly record struct Member(int Place, Uid Uid, int Next);

    private readonly record struct Place(AccountId Account, MailboxId Mailbox, uint UidValidity);
}
