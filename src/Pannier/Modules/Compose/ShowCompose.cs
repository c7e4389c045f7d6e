using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Mail.Text;

namespace Pannier.Modules.Compose;

/// <summary>Shows the form of a new message, an answer, or one passed on; nothing is saved before the person writes.</summary>
internal sealed class ShowCompose(StartMessage starts, Journal journal, ComposeForms forms) : IHandler<ComposeInput, ComposePage>
{
    public async Task<Outcome<ComposePage>> HandleAsync(ComposeInput input, CancellationToken cancellation)
    {
        if (input.Edit is { } copy && (await journal.AllAsync(cancellation)).FirstOrDefault(one => one.Draft.ServerCopy == copy) is { Draft: { } ours, Id: var id })
            return await forms.KeptAsync(id, ours, cancellation); // it may be newer than the copy

        switch (await starts.BeginAsync(input.Kind, input.Original, cancellation))
        {
            case Outcome<Start>.Done { Model: var start }:
                return await forms.BegunAsync(start with { Draft = Asked(start.Draft, input) }, cancellation);
            case Outcome<Start>.Refused { Refusal: var refusal }:
                return refusal;
            default:
                throw new InvalidOperationException();
        }
    }

    private static KeptDraft Asked(KeptDraft draft, ComposeInput input)
    {
        if (input.Kind != StartKind.New) return draft;

        var link = input.Mailto is { } mailto ? MailtoUrl.Read(mailto.Value) : null;
        var fields = link is null ? [] : Fields(link.Value);
        return draft with
        {
            To = Line(input.To?.Value ?? link?.To),
            Cc = Line(input.Cc?.Value ?? fields.GetValueOrDefault("cc")),
            Subject = Line(input.Subject?.Value ?? fields.GetValueOrDefault("subject")),
            Text = (input.Body?.Value ?? fields.GetValueOrDefault("body") ?? "").ReplaceLineEndings("\n") + draft.Text,
        };
    }

    // The link was read and written again by its own rules: only known fields are in it.
    private static Dictionary<string, string> Fields(string link)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in link.Split('?', 2) is [_, var query] ? query.Split('&') : [])
            if (field.Split('=', 2) is [var name, var value]) fields.TryAdd(name, Uri.UnescapeDataString(value));
        return fields;
    }

    private static string Line(string? text) => new([.. (text ?? "").Select(c => char.IsControl(c) ? ' ' : c)]);
}
