using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Settings;
using Pannier.Core.Users;
using Pannier.Core.Views;

namespace Pannier.Core.Modules;

/// <summary>The whole vocabulary of a module. Type arguments are in data's order: input, handler, model, view.</summary>
public sealed class ModuleBuilder(string name, IServiceCollection services, ICollection<ModuleRoute> routes)
{
    /// <summary>Where a module registers its own services: singleton if they hold nothing of a person, else scoped.</summary>
    public IServiceCollection Services => services;

    /// <summary>A page, or its fragment when a swap asks for it. Changes nothing.</summary>
    /// <param name="role">Who may, of those signed in: everybody, or administrators.</param>
    public void Get<TInput, THandler, TModel, TView>(string path, SignInLevel level = SignInLevel.Full, Role role = Role.Member)
        where TInput : IInput<TInput>
        where THandler : class, IHandler<TInput, TModel>
        where TView : View<TModel> => Map<TInput, THandler, TModel, TView>("GET", path, level, role);

    /// <summary>An act. Answers a fragment to a swap, else 303 to the model's <see cref="INext.Next"/>; a model without one is a step shown as a page.</summary>
    /// <param name="role">As for <see cref="Get{TInput,THandler,TModel,TView}"/>.</param>
    public void Post<TInput, THandler, TModel, TView>(string path, SignInLevel level = SignInLevel.Full, Role role = Role.Member)
        where TInput : IInput<TInput>
        where THandler : class, IHandler<TInput, TModel>
        where TView : View<TModel> => Map<TInput, THandler, TModel, TView>("POST", path, level, role);

    /// <summary>A page on which a service's script may run: <see cref="AnswerClass.Guest"/>. For whoever is not signed in.</summary>
    public void Guest<TInput, THandler, TModel, TView>(string method, string path)
        where TInput : IInput<TInput>
        where THandler : class, IHandler<TInput, TModel>
        where TView : View<TModel> => Map<TInput, THandler, TModel, TView>(method, path, SignInLevel.Anonymous, Role.Member, AnswerClass.Guest);

    /// <summary>Bytes: a download, a source, an export, events. Never a view. It ends with the session.</summary>
    /// <param name="attention"><see cref="Attention.Watched"/> for what the page asks for by itself.</param>
    public void Stream<TInput, THandler>(string path, SignInLevel level = SignInLevel.Full, Attention attention = Attention.Used)
        where TInput : IInput<TInput>
        where THandler : class, IHandler<TInput, Content>
    {
        services.AddScoped<THandler>();
        routes.Add(new(name, "GET", path, FieldReader.Describe<TInput>(), level, AnswerClass.Bytes, StreamRoute<TInput, THandler>.AnswerAsync, attention));
    }

    /// <summary>An act that another machine asks for, with a proof of its own among the fields. It reads no cookie and answers 200 or 400, without words.</summary>
    public void Machine<TInput, THandler>(string path)
        where TInput : IInput<TInput>
        where THandler : class, IHandler<TInput, MachineDone>
    {
        services.AddScoped<THandler>();
        routes.Add(new(name, "POST", path, FieldReader.Describe<TInput>(), SignInLevel.Anonymous, AnswerClass.Machine, MachineRoute<TInput, THandler>.AnswerAsync));
    }

    /// <summary>Adds a part to a page of another module, by the slot that module declares in its <c>Slots.cs</c>.</summary>
    public void Fill<TSlot, THandler, TModel, TView>()
        where THandler : class, IHandler<TSlot, TModel>
        where TView : View<TModel>
    {
        var module = name;
        services.AddScoped<THandler>();
        services.AddScoped<IPart<TSlot>>(parts => new Part<TSlot, THandler, TModel, TView>(module, parts.GetRequiredService<THandler>()));
    }

    /// <summary>Work done now and then inside each live session.</summary>
    public void Run<TJob>()
        where TJob : class, IJob
    {
        services.AddScoped<TJob>();
        services.AddSingleton(new JobSchedule(typeof(TJob).Name, TJob.Every, (parts, cancellation) => parts.GetRequiredService<TJob>().RunAsync(cancellation)));
    }

    /// <summary>A preference: its row on the settings page, its validation and its default in one line.</summary>
    public void Setting(ISetting setting) => services.AddSingleton(setting);

    private void Map<TInput, THandler, TModel, TView>(string method, string path, SignInLevel level, Role role, AnswerClass answer = AnswerClass.Page)
        where TInput : IInput<TInput>
        where THandler : class, IHandler<TInput, TModel>
        where TView : View<TModel>
    {
        services.AddScoped<THandler>();
        routes.Add(new(name, method, path, FieldReader.Describe<TInput>(), level, answer, ViewRoute<TInput, THandler, TModel, TView>.AnswerAsync) { Role = role });
    }
}
