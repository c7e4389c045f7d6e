namespace Pannier.Mail.Html.Sheets;

/// <summary>
/// Gives the sender's classes and ids numbers: one that no element has, or no kept rule asks for, gets none. The two are told apart by
/// their first character, as selectors do: <c>.class</c>, <c>#id</c>.
/// </summary>
/// <param name="present">What elements of the message have, so written; null for a sheet of ours, whose classes are numbers already.</param>
internal sealed class SheetNames(IReadOnlySet<string>? present)
{
    private readonly Dictionary<string, ClassName> _numbered = new(StringComparer.Ordinal);
    private readonly List<string> _inOrder = [];
    private readonly HashSet<ClassName> _shown = [];

    public int Count => _inOrder.Count;

    /// <summary>The number, given now if need be; null when no element has that name.</summary>
    public ClassName? Number(string name)
    {
        if (_numbered.TryGetValue(name, out var known)) return known;
        if (present is null) return name[0] == '.' ? ClassName.Read(name.AsSpan(1)) : null;
        if (!present.Contains(name)) return null;

        _inOrder.Add(name);
        return _numbered[name] = new(_inOrder.Count);
    }

    /// <summary>Takes numbers back that were given since <see cref="Count"/> was this: the selector they were for is not kept.</summary>
    public void TakeBack(int count)
    {
        foreach (var name in _inOrder.Skip(count)) _numbered.Remove(name);
        _inOrder.RemoveRange(count, _inOrder.Count - count);
    }

    /// <summary>Notes that some rule may show elements of this class though they hide themselves.</summary>
    public void Show(ClassName name) => _shown.Add(name);

    public bool MayShow(ClassName name) => _shown.Contains(name);

    /// <summary>The numbers of an element's own classes, as far as a kept rule asks for them.</summary>
    /// <param name="classes">The attribute's value; null for none.</param>
    public void Collect(string? classes, string? id, List<ClassName> into)
    {
        if (_numbered.Count == 0) return;

        foreach (var one in (classes ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) Add("." + one);
        if (id is not null) Add("#" + id);

        void Add(string name)
        {
            if (_numbered.TryGetValue(name, out var number) && !into.Contains(number)) into.Add(number);
        }
    }
}
