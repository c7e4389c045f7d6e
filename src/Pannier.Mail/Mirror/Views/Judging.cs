using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Matching;

namespace Pannier.Mail.Mirror.Views;

/// <summary>Judges the rows of many mailboxes: of very many rows on all cores, but for one list at a time, so that many who search at once do not stand in each other's way.</summary>
internal static class Judging
{
    private const int ManyRows = 50_000;
    private static readonly Lock Help = new();

    public static Rows[] Of(IReadOnlyList<MailboxImage> images, Query query, IReadOnlyList<MailboxRole> roles, Finds? finds)
    {
        var rows = new Rows[images.Count];
        if (images.Sum(image => image.Count) >= ManyRows && Help.TryEnter())
        {
            try
            {
                Parallel.For(0, rows.Length, Judge);
            }
            finally
            {
                Help.Exit();
            }
        }
        else
        {
            for (var i = 0; i < rows.Length; i++) Judge(i);
        }

        return rows;

        void Judge(int i) => rows[i] = new Rows(images[i], ScopeMailboxes.Match(query, roles[i]), finds);
    }
}
