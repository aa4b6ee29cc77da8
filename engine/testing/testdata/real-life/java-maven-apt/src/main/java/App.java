class App {
  public static void main(String[] args) {
    System.out.println(new com.google.gson.Gson().toJson(args));
  }
}
