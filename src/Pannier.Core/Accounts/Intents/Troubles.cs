namespace Pannier.Core.Accounts.Intents;

/// <summary>What servers did not let happen, until the person has seen it.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Troubles
{
    private const int Most = 20;
    private readonly Lock _lock = new();
    private readonly List<ActTrouble> _all = [];

    public IReadOnlyList<ActTrouble> All
    {
        get
        {
            lock (_lock) return [.. _all];
        }
    }

    public void Add(ActTrouble trouble)
    {
        lock (_lock)
        {
            if (_all.Count == Most) _all.RemoveAt(0);
            _all.Add(trouble);
        }
    }

    public void Clear()
    {
        lock (_lock) _all.Clear();
    }
}
