using System.Text;
using Pannier.Mail.Mirror.Columns;
using Pannier.Mail.Search;

namespace Pannier.Mail.Mirror.Matching;

/// <summary>
/// A block's texts as a search reads them: most stand there as they must be found but for the case of ASCII letters and are
/// read in place; of the others a folded copy is made when they are first searched.
/// </summary>
internal sealed class SearchableText
{
    private readonly Bits _plainTexts;
    private readonly Bits _plainPreviews;
    private readonly Run _texts;
    private readonly Run _previews;

    public SearchableText(Block block)
    {
        (_plainTexts, _plainPreviews) = (Bits.None(block.Count), Bits.None(block.Count));
        _texts = Run.Of(block, _plainTexts, static (from, i) => from.TextAt(i).Span, RowText.IsPlain, RowText.Fold);
        _previews = Run.Of(block, _plainPreviews, static (from, i) => from.PreviewAt(i).Span, static text => Ascii.IsValid(text) || Folding.IsPlain(Encoding.UTF8.GetString(text)), static text => Encoding.UTF8.GetBytes(Folding.Fold(Encoding.UTF8.GetString(text))));
    }

    /// <summary>Bytes its copies take.</summary>
    public long Bytes => _texts.Bytes + _previews.Bytes;

    public Bits Find(Block block, Term term)
    {
        var found = Bits.None(block.Count);
        Find(block.Texts, block.TextEnds, _plainTexts, term, found);
        if (!_texts.IsEmpty) Find(_texts.Text, _texts.Ends, ~_plainTexts, term, found);
        if (term.Field != SearchField.Anywhere) return found;

        FindPreviews(block.Previews, block.PreviewEnds, _plainPreviews, term, found);
        if (!_previews.IsEmpty) FindPreviews(_previews.Text, _previews.Ends, ~_plainPreviews, term, found);
        return found;
    }

    private static void Find(ReadOnlySpan<byte> text, ReadOnlySpan<int> ends, Bits which, Term term, Bits to)
    {
        var row = 0;
        for (var at = term.Next(text, 0); at >= 0; at = term.Next(text, at))
        {
            while (ends[row] <= at) row++;
            var start = row == 0 ? 0 : ends[row - 1];
            if (which.Has(row) && !to.Has(row) && RowText.HoldsAt(text[start..ends[row]], at - start, term.Length, term.Field)) to.Set(row);
            at = !which.Has(row) || to.Has(row) ? ends[row] : at + 1;
        }
    }

    private static void FindPreviews(ReadOnlySpan<byte> text, ReadOnlySpan<int> ends, Bits which, Term term, Bits to)
    {
        var row = 0;
        for (var at = term.Next(text, 0); at >= 0; at = term.Next(text, at))
        {
            while (End(ends[row]) <= at) row++;
            if (which.Has(row) && at + term.Length <= End(ends[row])) to.Set(row);
            at = to.Has(row) || !which.Has(row) ? End(ends[row]) : at + 1;
        }
    }

    private static int End(int end) => end < 0 ? ~end : end;

    /// <summary>Folded copies one after the other.</summary>
    private sealed record Run(byte[] Text, int[] Ends)
    {
        public delegate ReadOnlySpan<byte> Reading(Block block, int i);

        public delegate bool Judging(ReadOnlySpan<byte> text);

        public delegate byte[] Copying(ReadOnlySpan<byte> text);

        public bool IsEmpty => Text.Length == 0;

        public long Bytes => Text.Length + (4L * Ends.Length);

        public static Run Of(Block block, Bits plain, Reading read, Judging isPlain, Copying fold)
        {
            using var text = new MemoryStream();
            var ends = new int[block.Count];
            for (var i = 0; i < block.Count; i++)
            {
                var one = read(block, i);
                if (isPlain(one)) plain.Set(i);
                else text.Write(fold(one));
                ends[i] = (int)text.Length;
            }

            return text.Length == 0 ? new Run([], []) : new Run(text.ToArray(), ends);
        }
    }
}
