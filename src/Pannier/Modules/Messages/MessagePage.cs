using Microsoft.AspNetCore.Components;
using Pannier.Core;
using Pannier.Core.Settings;
using Pannier.Core.Views;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Tracking;
using Pannier.Modules.Lists;
using Pannier.Modules.Messages.Cards;
using Pannier.Modules.Messages.Parts;
using Pannier.Modules.Messages.Pictures;

namespace Pannier.Modules.Messages;

/// <summary>A message as it is read; every text is finished and untrusted.</summary>
/// <param name="Subject">Null when it has none.</param>
/// <param name="SentAt">The sender's own Date, when it differs from the arrival by more than a day; else null.</param>
/// <param name="Newer">The message above it in the list; null for none.</param>
/// <param name="MarkReadAfter">Milliseconds after which the script marks it read; null for not.</param>
/// <param name="Tools">What other modules offer for it.</param>
public sealed record MessagePage(
    MessageKey Key,
    string? Subject,
    IReadOnlyList<Person> From,
    IReadOnlyList<Person> ReplyTo,
    IReadOnlyList<Person> To,
    IReadOnlyList<Person> Cc,
    IReadOnlyList<Person> Bcc,
    DateTimeOffset ReceivedAt,
    string When,
    string? SentAt,
    string AccountName,
    string AccountMark,
    Mailbox Mailbox,
    Said MailboxName,
    Keywords Keywords,
    IReadOnlyList<ShownBlock> Blocks,
    IReadOnlyList<Attachment> Attachments,
    ListSpec? List,
    LocalUrl? ListUrl,
    LocalUrl? Newer,
    LocalUrl? Older,
    int? MarkReadAfter,
    IReadOnlyList<RenderFragment> Tools) : ITitled, ISearched
{
    public Said Title => Subject is null ? Said.Of("messages.no-subject") : Said.Of("messages.title", "subject", Subject);

    /// <summary>What the list it was opened from was searched for; null for nothing.</summary>
    public string? Search => List?.Search;

    public bool IsFlagged => Keywords.HasFlag(Keywords.Flagged);

    public bool IsRead => Keywords.HasFlag(Keywords.Seen);

    /// <summary>The first letters of the sender's names, for the avatar.</summary>
    public string Initials => From is [var first, ..] ? string.Concat(first.Shown.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => word.EnumerateRunes().First().ToString())).ToUpperInvariant() : "?";

    /// <summary>How many texts more there are than are shown in place; they are among the attachments.</summary>
    public int MoreBlocks { get; init; }

    /// <summary>What other modules have to say before one reads on.</summary>
    public IReadOnlyList<RenderFragment> Notes { get; init; } = [];

    /// <summary>What it refers to on other servers; null for nothing.</summary>
    public RemoteState? Remote { get; init; }

    /// <summary>Links whose tracking parameters were cut, each once.</summary>
    public IReadOnlyList<CutLink> CutLinks { get; init; } = [];

    /// <summary>What its sender states in a form that programs read.</summary>
    public IReadOnlyList<ShownCard> Cards { get; init; } = [];

    /// <summary>How large it is shown, in percent.</summary>
    public int Zoom { get; init; } = 100;

    /// <summary>The form that was asked for; null for what the person prefers.</summary>
    public BodyForm? Form { get; init; }

    /// <summary>The hosts its links lead to, with how many lead there, in the order of the text.</summary>
    public IReadOnlyList<LinkHost> LinkHosts { get; init; } = [];

    /// <summary>Whether its sender asked to be told when it is read. They are not.</summary>
    public bool AsksReceipt { get; init; }

    /// <summary>What its sender has done to protect it, as far as its form says.</summary>
    public IReadOnlyList<ProtectionLine> Protections { get; init; } = [];

    /// <summary>The code that a message of a sign-in was sent for; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>The conversation, this message in it; empty for a message alone.</summary>
    public IReadOnlyList<TalkLine> Talk { get; init; } = [];

    /// <summary>The list that acts on the whole conversation stay within.</summary>
    public Scope TalkScope => List?.Scope ?? new Scope.One(Key.Account, Key.Mailbox);

    public bool IsDraft => Mailbox.Role == MailboxRole.Drafts;

    public LocalUrl HeadersUrl => Lists.MessageUrl.With($"/message/{Key}/headers", List);

    public LocalUrl SourceUrl => LocalUrl.Of($"/message/{Key}/source");

    public LocalUrl SaveUrl => LocalUrl.Of($"/message/{Key}/source?save=on");

    /// <summary>All its files in one archive.</summary>
    public LocalUrl FilesUrl => PartUrls.All(Key, null);

    public LocalUrl ConversationUrl => PartUrls.Conversation(Key);

    /// <summary>Where the message stands.</summary>
    public ReadingPane Pane { get; init; } = ReadingPane.Off;

    /// <summary>The list it was opened from, to stand beside it; null where it stands alone.</summary>
    public RenderFragment? Beside { get; init; }

    /// <summary>Whether it stands beside its list, which came with it or is there already.</summary>
    public bool IsInPane { get; init; }

    /// <summary>The page of its list that holds it, for a list beside it that does not; null without a list.</summary>
    public LocalUrl? PlaceUrl => List is { } list ? Lists.ListUrl.Holding(list, Key) : null;

    public LocalUrl FormUrl(BodyForm form) => Lists.MessageUrl.With($"/message/{Key}", List, $"form={Core.Http.Choice.Name(form)}");

    /// <summary>Where an action leads: the next message of the list, else the list.</summary>
    public LocalUrl NextUrl => Older ?? Newer ?? ListUrl ?? LocalUrl.Home;

    /// <summary>The same in the form that is shown.</summary>
    public LocalUrl HereUrl => Form is { } form ? FormUrl(form) : SelfUrl;

    public LocalUrl SelfUrl => Lists.MessageUrl.Of(Key, List);
}
