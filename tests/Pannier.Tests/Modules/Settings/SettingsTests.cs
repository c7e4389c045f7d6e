using Pannier.Core.Http;
using Pannier.Core.Settings;
using Pannier.Modules.Lists;
using Pannier.Modules.Settings;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Settings;

public class SettingsTests
{
    private static readonly IReadOnlyList<ISetting> All = [Appearance.Theme, Appearance.Zone, ListsModule.PerPage];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_every_preference_by_section_with_the_default_chosen()
    {
        await using var here = await PersonHere.OpenAsync();

        var page = (await new ShowSettings(All, here.Settings).HandleAsync(new Nothing(), Cancellation)).Model();

        Assert.Equal(["setting.appearance", "setting.lists"], page.Sections.Select(section => section.Name.Key));
        Assert.Equal(["appearance.theme", "appearance.zone"], page.Sections[0].Rows.Select(row => row.Key));
        var perPage = Assert.Single(page.Sections[1].Rows);
        Assert.Equal(["lists.per-page=25", "lists.per-page=50", "lists.per-page=100", "lists.per-page=200"], perPage.Choices.Select(choice => choice.Value));
        Assert.Equal("50", Assert.Single(perPage.Choices, choice => choice.State == ChoiceState.Chosen).Shown);
    }

    [Fact]
    public async Task Stores_choices_and_leaves_the_others()
    {
        await using var here = await PersonHere.OpenAsync();
        await SaveAsync(here, "appearance.theme=dark");

        await SaveAsync(here, "lists.per-page=200", "appearance.zone=Europe/Stockholm");

        var page = (await new ShowSettings(All, here.Settings).HandleAsync(new Nothing(), Cancellation)).Model();
        Assert.Equal(
            ["appearance.theme=dark", "appearance.zone=Europe/Stockholm", "lists.per-page=200"],
            page.Sections.SelectMany(section => section.Rows).Select(row => Assert.Single(row.Choices, choice => choice.State == ChoiceState.Chosen).Value));
        Assert.Equal(Theme.Dark, here.Settings.Get(Appearance.Theme));
    }

    [Theory]
    [InlineData("settings.unknown", "lists.colour=red")]
    [InlineData("settings.no-choice", "lists.per-page=5000")]
    [InlineData("settings.no-choice", "appearance.zone=Mars/Olympus")]
    [InlineData("settings.twice", "lists.per-page=100")]
    public async Task Refuses_what_is_no_choice_there_is_and_stores_nothing_of_it(string key, string wrong)
    {
        await using var here = await PersonHere.OpenAsync();

        var refusal = (await new SaveSettings(All, here.Settings).HandleAsync(Input("lists.per-page=25", wrong), Cancellation)).Refused();

        Assert.Equal((422, key), (refusal.Status, refusal.Said.Key));
        Assert.Equal(50, here.Settings.Get(ListsModule.PerPage));
    }

    [Theory]
    [InlineData("")]
    [InlineData("=50")]
    [InlineData("lists.per-page")]
    [InlineData("lists.per-page=")]
    public void A_text_without_key_or_value_chooses_nothing(string text) => Assert.Null(ChosenSetting.Read(text));

    private static async Task SaveAsync(PersonHere here, params string[] chosen) => (await new SaveSettings(All, here.Settings).HandleAsync(Input(chosen), Cancellation)).Model();

    private static SettingsInput Input(params string[] chosen) => new([.. chosen.Select(text => ChosenSetting.Read(text)!)]);
}
