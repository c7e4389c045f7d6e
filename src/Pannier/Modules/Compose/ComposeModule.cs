using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Views;
using Pannier.Modules.Compose.Outbox;
using Pannier.Modules.Lists;
using Pannier.Modules.Messages;

namespace Pannier.Modules.Compose;

/// <summary>Writing and sending: the form, its journal and drafts on the server, and the outbox everything goes out through.</summary>
public sealed class ComposeModule : IModule
{
    public string Name => "compose";

    public void Register(ModuleBuilder module)
    {
        module.Get<ComposeInput, ShowCompose, ComposePage, ComposeView>("/compose");
        module.Get<RecipientsInput, SuggestRecipients, Suggestions, SuggestionsView>("/compose/recipients");
        module.Get<OpenDraftInput, ShowDraft, ComposePage, ComposeView>("/compose/{draft}");
        module.Post<DraftInput, FinishDraft, ComposeAnswer, ComposeAnswerView>("/compose/{draft}");
        module.Post<DraftInput, SaveDraft, SavedLine, SavedView>("/compose/{draft}/save");
        module.Post<DraftInput, AttachFiles, AttachedFiles, AttachedView>("/compose/{draft}/attach");
        module.Get<Nothing, ShowOutbox, OutboxPage, OutboxView>("/outbox");
        module.Post<OutboxInput, ActOnOutbox, OutboxAnswer, OutboxAnswerView>("/outbox");
        module.Fill<SidebarSlot, OfferWriting, WritingLinks, WritingLinksView>();
        module.Fill<MessageTools, OfferAnswers, MessageOffer, MessageOfferView>();
        module.Fill<ListTools, OfferKeptDrafts, KeptDraftLines, KeptDraftsView>();
        module.Run<SendOutbox>();
        module.Run<FileDrafts>();
        module.Run<LearnCorrespondents>();
        AddServices(module.Services);
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Turns>();
        services.AddScoped<Senders>();
        services.AddScoped<OriginalText>();
        services.AddScoped<OriginalFiles>();
        services.AddScoped<StartMessage>();
        services.AddScoped<DraftFiles>();
        services.AddScoped<Journal>();
        services.AddScoped<KeepFiles>();
        services.AddScoped<DraftMessage>();
        services.AddScoped<RoleMailbox>();
        services.AddScoped<FileDraft>();
        services.AddScoped<ComposeForms>();
        services.AddScoped<Correspondents>();
        services.AddScoped<StartSending>();
        services.AddScoped<SendDraft>();
        services.AddScoped<FileSent>();
        services.AddScoped<Postman>();
        services.AddScoped<ISendNow, SendByErrand>();
        services.AddScoped<ISendMail, SendFinished>();
    }
}
