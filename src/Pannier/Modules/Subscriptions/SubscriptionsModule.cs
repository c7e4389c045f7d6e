using Pannier.Core.Modules;
using Pannier.Core.Views;
using Pannier.Modules.Messages;

namespace Pannier.Modules.Subscriptions;

/// <summary>Tells that a message came from a mailing list, and leaves the list when the person wants that.</summary>
public sealed class SubscriptionsModule : IModule
{
    public string Name => "subscriptions";

    public void Register(ModuleBuilder module)
    {
        module.Fill<MessageNotesSlot, TellList, ListNote, ListNoteView>();
        module.Post<LeaveInput, LeaveList, ListLeft, NoticeView<ListLeft>>("/message/{key}/leave");
    }
}
