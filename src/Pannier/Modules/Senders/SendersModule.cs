using Pannier.Core.Modules;
using Pannier.Modules.Messages;

namespace Pannier.Modules.Senders;

/// <summary>Tells who really sent a message, as the person's own server sees it, and what speaks against it.</summary>
public sealed class SendersModule : IModule
{
    public string Name => "senders";

    public void Register(ModuleBuilder module)
    {
        module.Fill<MessageNotesSlot, TellSender, SenderNote, SenderNoteView>();
        module.Post<CheckInput, CheckSignatures, SignaturesPage, SignaturesView>("/message/{key}/signatures");
    }
}
