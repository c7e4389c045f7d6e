namespace Pannier.Core.Accounts;

/// <summary>The last acts of a person that can be taken back, each once and for ten minutes.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Undoable(TimeProvider clock)
{
    private const int Most = 20;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly List<(UndoId Id, DateTimeOffset At, IReadOnlyList<UndoStep> Steps)> _acts = [];

    public UndoId Keep(IReadOnlyList<UndoStep> steps)
    {
        lock (_lock)
        {
            if (_acts.Count == Most) _acts.RemoveAt(0);
            var id = UndoId.New();
            _acts.Add((id, clock.GetUtcNow(), steps));
            return id;
        }
    }

    /// <summary>The steps, which nobody gets a second time; null when there are none of this name any more.</summary>
    public IReadOnlyList<UndoStep>? Take(UndoId id)
    {
        lock (_lock)
        {
            _acts.RemoveAll(act => clock.GetUtcNow() - act.At > Kept);
            var at = _acts.FindIndex(act => act.Id == id);
            if (at < 0) return null;
            var steps = _acts[at].Steps;
            _acts.RemoveAt(at);
            return steps;
        }
    }
}
