using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Mail.Text;

namespace Pannier.Modules.Compose;

/// <summary>Adds files to a draft and takes them off, one by one.</summary>
internal sealed class KeepFiles(Journal journal, DraftFiles files)
{
    /// <summary>Keeps the uploads that have room.</summary>
    /// <returns>Why some were not kept; empty when all were.</returns>
    public async Task<IReadOnlyList<FieldMistake>> AddAsync(DraftId id, KeptDraft draft, IReadOnlyList<FormUpload> uploads, CancellationToken cancellation)
    {
        var mistakes = new List<FieldMistake>();
        var room = DraftInput.MostOctets - draft.Files.Sum(file => file.Size);
        foreach (var upload in uploads)
        {
            if (await files.AddAsync(upload, room, cancellation) is not { } kept)
            {
                mistakes.Add(new("file", Said.Of(upload.Length > room ? "compose.too-large" : "compose.no-room", "name", FileName.Safe(upload.FileName).Value)));
                continue;
            }

            room -= kept.Size;
            if (await journal.ChangeAsync(id, one => one with { Files = [.. one.Files, kept], FiledEdition = 0 }, cancellation) is null) await files.RemoveAsync([kept], cancellation);
        }

        return mistakes;
    }

    public async Task RemoveAsync(DraftId id, FileId file, CancellationToken cancellation)
    {
        if ((await journal.FindAsync(id, cancellation))?.Files.FirstOrDefault(one => one.Id == file.Value) is not { } gone) return;
        await journal.ChangeAsync(id, one => one with { Files = [.. one.Files.Where(kept => kept.Id != file.Value)], FiledEdition = 0 }, cancellation);
        await files.RemoveAsync([gone], cancellation);
    }
}
