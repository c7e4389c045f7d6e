using Pannier.Core.Records;
using Pannier.Mail;

namespace Pannier.Modules.Lists;

/// <summary>The person's own views, by name.</summary>
public sealed class SavedViews(IMyRecords<SavedView> records)
{
    private IReadOnlyList<SavedView>? _all;

    public async Task<IReadOnlyList<SavedView>> AllAsync(CancellationToken cancellation)
    {
        if (_all is not null) return _all;

        var all = new List<SavedView>();
        await foreach (var record in records.AllAsync(cancellation)) all.Add(record.Value);
        return _all = [.. all.OrderBy(view => view.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(view => view.Id)];
    }

    /// <summary>Null when there is none of this id.</summary>
    public async Task<SavedView?> FindAsync(ViewId id, CancellationToken cancellation) => (await AllAsync(cancellation)).FirstOrDefault(view => view.Id == id);

    public async Task SaveAsync(SavedView view, CancellationToken cancellation)
    {
        await records.PutAsync(view.Id.ToString(), view, cancellation);
        _all = null;
    }

    public async Task RemoveAsync(ViewId id, CancellationToken cancellation)
    {
        await records.RemoveAsync(id.ToString(), cancellation);
        _all = null;
    }
}
