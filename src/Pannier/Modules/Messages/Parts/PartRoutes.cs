using Pannier.Core.Modules;

namespace Pannier.Modules.Messages.Parts;

/// <summary>
/// What a message is made of, and what lies within its parts. <see cref="Pannier.Mail.Parts.ContentSniffer"/> says what a part is, <see cref="Pannier.Mail.Parts.PartBoxes"/> opens what
/// holds others, <see cref="MessageParts"/> finds a part by its path, <see cref="ShowPart"/> shows it, and the streams hand out files.
/// </summary>
internal static class PartRoutes
{
    public static void Add(ModuleBuilder module)
    {
        module.Services.AddScoped<MessageParts>();
        module.Services.AddScoped<PreviewPart>();
        module.Services.AddScoped<ShowInner>();
        module.Get<PartInput, ShowPart, PartPage, PartView>("/message/{key}/part/{section}/show");
        module.Stream<PartInput, StreamPart>("/message/{key}/part/{section}");
        module.Stream<FilesInput, StreamFiles>("/message/{key}/files");
        module.Stream<ConversationInput, StreamConversation>("/message/{key}/conversation");
    }
}
