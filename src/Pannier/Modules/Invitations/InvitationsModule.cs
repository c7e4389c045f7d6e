using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Modules;
using Pannier.Core.Views;
using Pannier.Modules.Messages;

namespace Pannier.Modules.Invitations;

/// <summary>Shows an invitation as a card above the message, and sends the person's answer to whoever asks.</summary>
public sealed class InvitationsModule : IModule
{
    public string Name => "invitations";

    public void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<FindInvitation>();
        module.Services.AddScoped<Engagements>();
        module.Services.AddScoped<Answerer>();
        module.Fill<MessageNotesSlot, ShowInvitation, InvitationCard, InvitationCardView>();
        module.Post<AnswerInput, AnswerInvitation, InvitationAnswered, NoticeView<InvitationAnswered>>("/message/{key}/invitation");
    }
}
